/** The block in the editor: its fields, and what it stands for. The page itself gets the element from PHP. */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement, Fragment } = element;
  const { __ } = i18n;
  const fields = [
    ["from", __("From (country, such as BE)", "remit-compare")],
    ["to", __("To (country, such as MA)", "remit-compare")],
    ["amount", __("Amount", "remit-compare")],
    ["amounts", __("Amounts to choose from", "remit-compare")],
    ["currency", __("Currency that is paid out", "remit-compare")],
    ["lang", __("Language, such as fr", "remit-compare")],
    ["theme", __("Colours: auto, light or dark", "remit-compare")],
    ["origin", __("Address of the OpenRemit, where wp-config.php names none", "remit-compare")],
  ];

  blocks.registerBlockType("remit-compare/compare", {
    edit: ({ attributes, setAttributes }) => {
      const controls = fields.map(([name, label]) =>
        createElement(components.TextControl, {
          key: name,
          label,
          value: attributes[name] ?? "",
          onChange: (value) => setAttributes({ [name]: value }),
        }),
      );
      const { from, to, amount } = attributes;
      const shown = [from, "→", to, amount].filter(Boolean).join(" ");
      return createElement(
        Fragment,
        null,
        createElement(
          blockEditor.InspectorControls,
          null,
          createElement(components.PanelBody, { title: __("What is compared", "remit-compare") }, controls),
        ),
        createElement("div", blockEditor.useBlockProps(), `Remit Compare: ${shown}`),
      );
    },
    save: () => null,
  });
})(window.wp);
