/** As whom a function calls the embedded services: they tell callers apart by the access key's id. */
export const credentialsOf = (name: string) => ({ accessKeyId: name, secretAccessKey: 'local' });
