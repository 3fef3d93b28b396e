//! Cases in SQLite. A change is one transaction that is on the disk before anyone is told of it.

use crate::monev::{Case, Error, Time};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::sync::{Mutex, MutexGuard};

pub(crate) struct Store(Mutex<Connection>);

/// A case and what the office calls it.
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) perihal: String,
    pub(crate) case: Case,
}

/// Why a request was not done.
pub(crate) enum Refusal {
    NotFound,
    /// The procedure forbids it, or the case has moved on.
    Words(String),
    Store(rusqlite::Error),
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Refusal {
        Refusal::Store(error)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Words(error.to_string())
    }
}

impl Store {
    pub(crate) fn open(path: &str) -> Result<Store, rusqlite::Error> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.execute_batch(
            "create table if not exists berkas (
                id integer primary key,
                perihal text not null,
                simpanan text not null
            ) strict;",
        )?;
        Ok(Store(Mutex::new(connection)))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // A request that panicked has rolled its transaction back.
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    pub(crate) fn create(&self, perihal: &str, now: Time) -> Result<i64, Refusal> {
        let connection = self.connection();
        let simpanan = Case::open(now).save();
        connection
            .execute("insert into berkas (perihal, simpanan) values (?1, ?2)", params![perihal, simpanan])?;
        Ok(connection.last_insert_rowid())
    }

    pub(crate) fn all(&self) -> Result<Vec<Kept>, Refusal> {
        let connection = self.connection();
        let mut rows = connection.prepare("select id, perihal, simpanan from berkas order by id desc")?;
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.map(|row| kept(row?)).collect()
    }

    pub(crate) fn one(&self, id: i64) -> Result<Kept, Refusal> {
        kept(row(&self.connection(), id)?)
    }

    /// Changes a case as it was seen: when others have acted since, nothing happens.
    pub(crate) fn change(
        &self,
        id: i64,
        events: usize,
        now: Time,
        change: impl FnOnce(&mut Case, Time) -> Result<(), Error>,
    ) -> Result<(), Refusal> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut kept = kept(row(&transaction, id)?)?;
        if kept.case.history().len() != events {
            return Err(Refusal::Words(
                "berkas ini sudah berubah sejak halaman dibuka; periksalah lagi".to_owned(),
            ));
        }
        // The clock of a computer may be set back; time in a history only goes forward.
        let last = kept.case.history().last().map_or(kept.case.opened(), |entry| entry.waktu);
        change(&mut kept.case, now.max(last))?;
        transaction
            .execute("update berkas set simpanan = ?2 where id = ?1", params![id, kept.case.save()])?;
        transaction.commit()?;
        Ok(())
    }
}

type Row = (i64, String, String);

fn row(connection: &Connection, id: i64) -> Result<Row, Refusal> {
    let select = "select id, perihal, simpanan from berkas where id = ?1";
    let row = connection.query_row(select, [id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    row.optional()?.ok_or(Refusal::NotFound)
}

fn kept((id, perihal, simpanan): Row) -> Result<Kept, Refusal> {
    let case = Case::load(&simpanan).map_err(|error| Refusal::Words(format!("berkas {id}: {error}")))?;
    Ok(Kept { id, perihal, case })
}
