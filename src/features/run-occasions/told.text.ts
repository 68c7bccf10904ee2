const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Who gets a mail of it. */
export function toldInWords(booked: number, waiting: number): string {
  const whom = [booked > 0 && count(booked, 'bokning', 'bokningar'), waiting > 0 && `${waiting} i kö`]
    .filter(Boolean)
    .join(' och ');
  return whom === '' ? 'Ingen har bokat, så ingen behöver få veta det.' : `${whom} får ett mejl.`;
}
