/* Shows the description of all endpoints. Nothing is asked of any other server. */

/* What Swagger UI leaves without a name for those who hear the page. */
const NAMES = {
  'textarea.body-param__text': 'Request body',
  '#servers': 'Server',
  '.examples-select-element': 'Example',
};
const REGIONS = {
  '.information-container': 'About',
  '.scheme-container': 'Server and log-in',
};
/* What is scrolled must be reached by keys; and headings go one level down at a time. */
const SCROLLED = '.microlight';

function complete(root) {
  for (const [selector, name] of Object.entries({...NAMES, ...REGIONS})) {
    root.querySelectorAll(selector).forEach(each => each.setAttribute('aria-label', name));
  }
  root.querySelectorAll(Object.keys(REGIONS)).forEach(each => each.setAttribute('role', 'region'));
  root.querySelectorAll('h3, h4, h5').forEach(each =>
    each.setAttribute('aria-level', Number(each.tagName[1]) - 1));
  root.querySelectorAll(SCROLLED).forEach(each => each.setAttribute('tabindex', '0'));
}

const root = document.getElementById('api');
new MutationObserver(() => complete(root)).observe(root, {childList: true, subtree: true});

/* Deep links would put a link into each button. */
/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: 'openapi.json',
  domNode: root,
  deepLinking: false,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  syntaxHighlight: false,
  validatorUrl: null,
});
