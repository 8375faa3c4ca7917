/** The licence of the directory's data: nobody needs to ask, whoever takes it over (Creative Commons CC0 1.0). */
export const licence = {
  name: "CC0 1.0",
  url: "https://creativecommons.org/publicdomain/zero/1.0/",
} as const;
