const kinds = { json: "application/json+oembed", xml: "text/xml+oembed" };

/** Where a site that got this address pasted learns how to show the page (oEmbed 1.0, section 4). */
export function OembedLinks({ address }: { readonly address: string }) {
  const { origin } = new URL(address);
  return (
    <>
      {Object.entries(kinds).map(([format, type]) => (
        <link
          key={format}
          rel="alternate"
          type={type}
          href={`${origin}/oembed?${new URLSearchParams({ url: address, format })}`}
        />
      ))}
    </>
  );
}
