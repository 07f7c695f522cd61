/** Identifiers: UUIDv7, made by the application, so that inserts stay local in the index. */
export { v7 as newId } from 'uuid';
