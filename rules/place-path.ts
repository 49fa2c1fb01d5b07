/** Where a paper stands in a filing: `materials.verification-form`, `services[0].materials.domain-certificate`. */
export function placePath({ material, for: owner }: { material: string; for: string }): string {
  return owner === 'subject' ? `materials.${material}` : `${owner}.materials.${material}`
}
