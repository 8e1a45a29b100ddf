// Run in a fresh process: how long the one import takes that Lambda does at a cold start.
const [, , file] = process.argv;
const before = process.cpuUsage();
const start = performance.now();
require(file);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 }));
process.exit();
