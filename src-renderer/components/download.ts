/** Hands text that was fetched to the browser as a file. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the file after the click, at a time that it does not tell.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
