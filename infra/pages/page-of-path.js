/**
 * Runs at CloudFront, before the cache, and only in the pages' behaviour: what the API answers, its errors included,
 * never comes by here. A path that names no file belongs to one of the two pages, which reads the rest of it itself.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (!/\.[a-z0-9]+$/i.test(uri)) {
    request.uri = uri === '/portal' || uri.startsWith('/portal/') ? '/portal/index.html' : '/index.html';
  }
  return request;
}
