SwaggerUIBundle({
  dom_id: '#api',
  urls: window.services,
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
});
