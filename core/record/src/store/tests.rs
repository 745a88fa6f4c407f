use super::*;

const DISK: &str = "memdb";

fn place(name: &str) -> Place {
    Place {
        folder: format!("/{name}").into(),
        freshness: Arc::new(NoFreshness),
        vfs: Some(DISK.into()),
    }
}

fn key() -> Unlock {
    Unlock::Key(Secret::from_bytes([1; 32]))
}

fn every_space() -> impl Iterator<Item = Space> {
    (1..=u8::MAX).filter_map(root::space_of)
}

/// A store with two rows in each space.
fn sample(name: &str) -> Store {
    let context = Context::system();
    let (header, opened) = Header::make(&key(), KdfLevel::Fast, Some(&context.secret()), &context).unwrap();
    let mut store = Store::create(&place(name), &header, &opened, &context).unwrap();
    store.commit().unwrap();
    store.begin().unwrap();
    for space in every_space() {
        store.put(space, b"one", b"the first value").unwrap();
        store.put(space, b"two", b"the second value").unwrap();
    }
    store.commit().unwrap();
    store
}

fn set_raw(store: &Store, space: Space, key: &[u8], value: &[u8]) {
    store
        .connection
        .execute(
            "INSERT OR REPLACE INTO row VALUES (?1, ?2, ?3)",
            params![space as u8, key, value],
        )
        .unwrap();
}

fn wrongs(store: &Store) -> usize {
    store.check().unwrap().1.len()
}

#[test]
fn every_bit_of_a_row_of_each_space_is_refused_when_flipped() {
    let store = sample("bits");
    let mut flips = 0;
    for space in every_space() {
        let value = store.raw(space, b"one").unwrap().unwrap();
        for bit in 0..value.len() * 8 {
            let mut flipped = value.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            set_raw(&store, space, b"one", &flipped);
            assert!(store.get(space, b"one").is_err(), "{space:?}, bit {bit}");
            assert!(store.scan(space, |_, _| Ok(())).is_err(), "{space:?}, bit {bit}");
            flips += 1;
        }
        set_raw(&store, space, b"one", &value);
        assert_eq!(store.get(space, b"one").unwrap().unwrap(), b"the first value");
    }
    assert_eq!(wrongs(&store), 0);
    println!("{flips} flips in {} spaces", every_space().count());
}

#[test]
fn a_row_cut_short_or_extended_is_refused() {
    let store = sample("lengths");
    for space in every_space() {
        let value = store.raw(space, b"one").unwrap().unwrap();
        for len in 0..value.len() {
            set_raw(&store, space, b"one", &value[..len]);
            assert!(store.get(space, b"one").is_err(), "{space:?}, {len} bytes");
        }
        set_raw(&store, space, b"one", &[&value[..], &[0]].concat());
        assert!(store.get(space, b"one").is_err(), "{space:?}, longer");
        set_raw(&store, space, b"one", &value);
    }
}

#[test]
fn a_row_moved_copied_or_swapped_is_refused() {
    let store = sample("moves");
    let values: Vec<_> = every_space()
        .flat_map(|space| [(space, &b"one"[..]), (space, &b"two"[..])])
        .map(|(space, key)| (space, key, store.raw(space, key).unwrap().unwrap()))
        .collect();
    for (space, key, value) in &values {
        for (from, name, other) in &values {
            if (space, key) == (from, name) {
                continue;
            }
            set_raw(&store, *space, key, other);
            assert!(store.get(*space, key).is_err(), "{from:?} read as {space:?}");
        }
        set_raw(&store, *space, key, value);
        set_raw(&store, *space, b"three", value);
        assert!(store.get(*space, b"three").is_err(), "{space:?} copied");
        store
            .connection
            .execute("DELETE FROM row WHERE key = ?1", [b"three"])
            .unwrap();
    }
    assert_eq!(wrongs(&store), 0);
}

#[test]
fn a_row_deleted_or_put_back_is_noticed() {
    let mut store = sample("back");
    let earlier: Vec<_> = every_space()
        .map(|space| (space, store.raw(space, b"one").unwrap().unwrap()))
        .collect();
    store.begin().unwrap();
    for space in every_space() {
        store.put(space, b"one", b"a later value").unwrap();
        store.put(space, b"two", b"soon to go").unwrap();
        store.delete(space, b"two").unwrap();
    }
    store.commit().unwrap();
    assert_eq!(wrongs(&store), 0);
    for (space, value) in earlier {
        let now = store.raw(space, b"one").unwrap().unwrap();
        set_raw(&store, space, b"one", &value);
        assert!(wrongs(&store) > 0, "{space:?} put back");
        assert!(store.scan(space, |_, _| Ok(())).is_err(), "{space:?} put back");
        assert_eq!(store.get(space, b"one").is_err(), space.is_tracked(), "{space:?}");
        store
            .connection
            .execute("DELETE FROM row WHERE space = ?1", [space as u8])
            .unwrap();
        assert!(wrongs(&store) > 0, "{space:?} deleted");
        assert!(store.scan(space, |_, _| Ok(())).is_err(), "{space:?} deleted");
        assert_eq!(store.get(space, b"one").is_err(), space.is_tracked(), "{space:?}");
        set_raw(&store, space, b"one", &now);
    }
    assert_eq!(wrongs(&store), 0);
}

#[test]
fn every_bit_of_the_header_is_refused_when_flipped() {
    let store = sample("header");
    let header = header_bytes(&store.connection).unwrap();
    let set = |bytes: &[u8]| {
        store
            .connection
            .execute("UPDATE header SET value = ?1", [bytes])
            .unwrap()
    };
    let context = Context::system();
    let open = || Store::open(&place("header"), &key(), &context, Rollback::Refuse);
    for bit in 0..header.len() * 8 {
        let mut flipped = header.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        set(&flipped);
        assert!(open().is_err(), "bit {bit}");
    }
    set(&header);
    assert!(open().is_ok());
}

#[test]
fn an_earlier_header_put_back_is_refused() {
    let mut store = sample("rewrapped");
    let context = Context::system();
    let before = header_bytes(&store.connection).unwrap();
    let new = Unlock::Key(Secret::from_bytes([2; 32]));
    let header = store.header().unwrap();
    store
        .set_header(&header.rewrap(&key(), &new, KdfLevel::Fast, &context).unwrap())
        .unwrap();
    let open = |unlock| Store::open(&place("rewrapped"), unlock, &context, Rollback::Refuse);
    assert!(open(&new).is_ok());
    store
        .connection
        .execute("UPDATE header SET value = ?1", [before])
        .unwrap();
    assert!(matches!(open(&key()), Err(StoreError::Altered("header"))));
}

#[test]
fn what_was_never_finished_is_not_there_and_is_made_anew() {
    let place = place("unfinished");
    let keeps_it = connect(&place, true).unwrap();
    let context = Context::system();
    let open = || Store::open(&place, &key(), &context, Rollback::Refuse);
    let create = || {
        let (header, opened) = Header::make(&key(), KdfLevel::Fast, None, &context).unwrap();
        Store::create(&place, &header, &opened, &context)
    };
    drop(create().unwrap());
    assert!(matches!(open(), Err(StoreError::Missing)));
    create().unwrap().commit().unwrap();
    assert!(open().is_ok());
    assert!(matches!(create(), Err(StoreError::Exists)));
    drop(keeps_it);
}
