// Plain JavaScript: it must run on the very Node that it warns of.
import process from 'node:process';

const NEEDED = 24;
const found = Number(process.versions.node.split('.')[0]);

if (found < NEEDED) {
  console.error(
    `This runs on Node ${process.versions.node}, but Bindeglied needs Node ${NEEDED}.

Node ${NEEDED} comes with the npm package "node", whose install script fetches the binary. Either "npm ci" has not run
yet, or it ran without install scripts (npm's "ignore-scripts"), or the command was started without "npm run".

  npm ci --ignore-scripts=false    fetches it
  npm start, npm test              find it in node_modules/.bin by themselves`,
  );
  // Loaded before another program (--import) it must keep that one from starting.
  process.exit(1);
}
