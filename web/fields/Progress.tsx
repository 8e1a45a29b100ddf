/** Says that something is under way. Stands in the page all the time: a live region speaks only when it changes. */
export const Progress = ({ text }: { text: string | undefined }) => (
  <div class="progress" role="status">
    {text && (
      <>
        <span class="kern-loader kern-loader--visible" aria-hidden="true" />
        <span class="kern-body">{text}</span>
      </>
    )}
  </div>
);
