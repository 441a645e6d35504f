/** In place of the stores' migrations, which an app never runs. */
const elsewhere = () => Promise.reject(new Error('migrations are run before the app starts'));

export { elsewhere as ensureWarehouseDatabase, elsewhere as migrateDatabase, elsewhere as migrateWarehouse };
