import { useEffect, useState } from 'preact/hooks';

const PAUSE_MS = 1_500;

/** Tells who does not see it what something has become, when typing pauses; nothing while it is what it was at first. */
export const SaidLater = ({ text }: { text: string }) => {
  const [first] = useState(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text === first && said === '') return;
    const timer = setTimeout(() => setSaid(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span class="kern-sr-only" role="status">
      {said}
    </span>
  );
};
