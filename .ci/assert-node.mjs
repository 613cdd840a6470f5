// First step of every npm script. Plain old JavaScript, so that any Node can run far enough to say what is wrong.
const wanted = 24;
if (Number(process.versions.node.split('.')[0]) < wanted) {
  console.error(
    `This needs Node ${wanted} or newer, but Node ${process.versions.node} is running. ` +
      `"npm ci" installs the right one into node_modules without touching the machine's own: run it ` +
      `(without --ignore-scripts), then start this again through npm.`,
  );
  process.exit(1);
}
