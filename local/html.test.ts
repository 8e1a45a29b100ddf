import { expect, it } from 'vitest';
import { html } from './html.ts';

it('what is put into a page is text, never markup', () => {
  const name = '<script>alert("x")</script> & \'y\'';
  expect(html`<p title="${name}">${[name, html`<b>${1}</b>`]}${undefined}${false}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;">' +
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;<b>1</b></p>',
  );
});
