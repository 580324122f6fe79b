/** The invented organisation of the demo and of the samples; the slug is that of its code, /code/kazehaya. */
export const inventedHouse = { name: 'Kazehaya', slug: 'kazehaya' } as const;
