//! Secrets for contacts: who approves, the wait, the veto, and all contacts against it.

use std::{sync::Barrier, thread};

use pocketchart_crypto::{Secret, random_array, sign::SigningKey};
use pocketchart_wire::escrow::{
    Approval, Ask, Deposit, End, REQUEST_TIME, REQUESTS, Request, State, Take, Taken, Veto,
};

use crate::{
    World,
    client::{Client, Got, path, signing_key},
    clocked::Clocked,
    emergencies::{Told, waiting},
};

const WAIT: u64 = 48 * 60 * 60;

/// An escrow as its owner and contacts know it.
struct Escrow {
    name: [u8; 16],
    owner: SigningKey,
    contacts: Vec<SigningKey>,
    told: Told,
    deposit: Deposit,
}

impl Escrow {
    /// Of so many contacts, of whom so many are needed.
    fn new(needed: u8, contacts: usize, now: u64) -> Self {
        let (owner, told) = (signing_key(), Told::new());
        let contacts: Vec<_> = (0..contacts).map(|_| signing_key()).collect();
        let keys: Vec<_> = contacts.iter().map(public).collect();
        let deposit = Deposit::new(
            public(&owner),
            (now + 365 * 86_400, WAIT),
            (needed, &keys),
            &Secret::random(),
            vec![told.notice()],
        );
        Self {
            name: random_array(),
            owner,
            contacts,
            told,
            deposit,
        }
    }

    /// Two of three, and left at the relay.
    fn left(clocked: &Clocked) -> Self {
        let escrow = Self::new(2, 3, clocked.now());
        assert_eq!(escrow.leave(&clocked.client()), 201);
        escrow
    }

    fn at(&self, action: &str) -> String {
        path("escrow", &self.name, action)
    }

    fn leave(&self, client: &Client) -> u16 {
        client.put(&self.at(""), &self.deposit).status
    }

    fn approval(&self, contact: usize, device: &SigningKey, until: u64, despite: bool) -> Approval {
        Approval::new(
            &self.contacts[contact],
            &self.name,
            public(device),
            until,
            despite,
        )
    }

    fn request(&self, client: &Client, approvals: Vec<Approval>) -> u16 {
        client.post(&self.at("/request"), &Request::new(approvals)).status
    }

    /// These contacts approve.
    fn approve(&self, clocked: &Clocked, device: &SigningKey, contacts: &[usize], despite: bool) -> u16 {
        let until = clocked.now() + 86_400;
        let approval = |&contact: &usize| self.approval(contact, device, until, despite);
        self.request(&clocked.client(), contacts.iter().map(approval).collect())
    }

    fn take(&self, client: &Client, device: &SigningKey) -> Got {
        client.call(&self.at("/take"), device, &self.name, &Take::new(public(device)))
    }

    fn is_given(&self, got: &Got) {
        assert_eq!(got.message::<Taken>().secret, self.deposit.secret);
    }

    fn veto(&self, client: &Client, key: &SigningKey, device: &SigningKey) -> u16 {
        client
            .call(&self.at("/veto"), key, &self.name, &Veto::new(public(device)))
            .status
    }

    fn end(&self, client: &Client, key: &SigningKey) -> u16 {
        client
            .call(&self.at("/end"), key, &self.name, &End::default())
            .status
    }

    fn state(&self, client: &Client, key: &SigningKey) -> Got {
        client.call(&self.at("/state"), key, &self.name, &Ask::new(public(key)))
    }
}

fn public(key: &SigningKey) -> [u8; 32] {
    *key.public().as_bytes()
}

pub(crate) fn is_released_after_the_wait(world: &World) {
    let clocked = world.clocked();
    let (client, other, device) = (clocked.client(), clocked.client_of(1), signing_key());
    let escrow = Escrow::new(2, 3, clocked.now());
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], false), 404);
    assert_eq!(escrow.leave(&client), 201);
    assert_eq!(escrow.leave(&other), 204);
    let squatter = Escrow {
        name: escrow.name,
        ..Escrow::new(2, 3, clocked.now())
    };
    assert_eq!(squatter.leave(&client), 409);
    assert_eq!(escrow.take(&client, &device).status, 404);
    assert_eq!(
        escrow.approve(&clocked, &device, &[0], false),
        404,
        "two are needed"
    );
    assert_eq!(escrow.told.letters(&client), 0);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 2], false), 201);
    assert_eq!(escrow.approve(&clocked, &device, &[2, 0], false), 204);
    assert_eq!(escrow.told.letters(&other), 1);
    assert_eq!(waiting(&escrow.take(&client, &device)), WAIT);
    let stranger = signing_key();
    assert_eq!(escrow.take(&client, &stranger).status, 404);
    let as_device = Take::new(public(&device));
    let got = client.call(&escrow.at("/take"), &stranger, &escrow.name, &as_device);
    assert_eq!(got.status, 404);
    clocked.pass(WAIT - 1);
    assert_eq!(waiting(&escrow.take(&other, &device)), 1);
    for key in [&escrow.owner, &escrow.contacts[1], &device] {
        let state: State = escrow.state(&client, key).message();
        let [asked] = state.requests.as_slice() else {
            panic!("{state:?}")
        };
        assert_eq!(
            (asked.device, asked.approvals, asked.despite),
            (public(&device), 2, 0)
        );
        assert_eq!(asked.ready, Some(clocked.now() + 1));
        assert!(!asked.vetoed && !asked.taken && !state.ending);
    }
    assert_eq!(escrow.state(&client, &stranger).status, 404);
    clocked.pass(1);
    escrow.is_given(&escrow.take(&client, &device));
    escrow.is_given(&escrow.take(&other, &device));
    let state: State = escrow.state(&client, &escrow.owner).message();
    assert!(state.requests[0].taken);
    assert_eq!(escrow.told.letters(&client), 0, "a day later it is gone");
}

pub(crate) fn its_owner_objects_and_all_contacts_override(world: &World) {
    let clocked = world.clocked();
    let (client, other, device) = (clocked.client(), clocked.client_of(1), signing_key());
    let escrow = Escrow::left(&clocked);
    assert_eq!(
        escrow.veto(&client, &escrow.owner, &device),
        404,
        "nothing to object to"
    );
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], false), 201);
    clocked.pass(WAIT - 10);
    assert_eq!(escrow.veto(&client, &escrow.contacts[0], &device), 404);
    assert_eq!(escrow.veto(&other, &escrow.owner, &device), 204);
    clocked.pass(20);
    assert_eq!(escrow.take(&client, &device).status, 404);
    let state: State = escrow.state(&client, &device).message();
    assert!(state.requests[0].vetoed && state.requests[0].ready.is_none());
    // Approvals that were not meant against a veto do nothing, nor do two of three.
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1, 2], false), 201);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], true), 201);
    clocked.pass(2 * WAIT);
    assert_eq!(escrow.take(&client, &device).status, 404);
    assert_eq!(escrow.told.letters(&client), 0);
    assert_eq!(escrow.approve(&clocked, &device, &[2], true), 201);
    assert_eq!(escrow.told.letters(&client), 1, "told anew");
    assert_eq!(
        waiting(&escrow.take(&client, &device)),
        WAIT,
        "the wait begins anew"
    );
    assert_eq!(escrow.veto(&client, &escrow.owner, &device), 204);
    clocked.pass(WAIT);
    escrow.is_given(&escrow.take(&client, &device));
    // All of them beforehand: the owner's word makes it wait once more, and no longer.
    let (escrow, device) = (Escrow::left(&clocked), signing_key());
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1, 2], true), 201);
    clocked.pass(WAIT - 1);
    assert_eq!(escrow.veto(&client, &escrow.owner, &device), 204);
    assert_eq!(waiting(&escrow.take(&client, &device)), WAIT);
    clocked.pass(10);
    assert_eq!(escrow.veto(&client, &escrow.owner, &device), 204);
    assert_eq!(waiting(&escrow.take(&client, &device)), WAIT - 10);
}

pub(crate) fn approvals_that_are_not_good(world: &World) {
    let clocked = world.clocked();
    let (client, escrow, device) = (clocked.client(), Escrow::left(&clocked), signing_key());
    let (elsewhere, now) = (Escrow::left(&clocked), clocked.now());
    let good = |contact| escrow.approval(contact, &device, now + 600, false);
    let altered = |change: &dyn Fn(&mut Approval)| {
        let mut approval = good(1);
        change(&mut approval);
        approval
    };
    let stranger = signing_key();
    let foreign = Approval::new(&stranger, &escrow.name, public(&device), now + 600, false);
    for (what, bad) in [
        ("the same contact twice", good(0)),
        (
            "for another device",
            escrow.approval(1, &stranger, now + 600, false),
        ),
        (
            "of another escrow",
            elsewhere.approval(1, &device, now + 600, false),
        ),
        ("by nobody's contact", foreign),
        ("of the past", escrow.approval(1, &device, now, false)),
        (
            "for too long",
            escrow.approval(1, &device, now + REQUEST_TIME + 60, false),
        ),
        ("altered: until", altered(&|it| it.until += 1)),
        ("altered: despite", altered(&|it| it.despite = true)),
        (
            "altered: contact",
            altered(&|it| it.contact = public(&escrow.contacts[2])),
        ),
    ] {
        assert_eq!(escrow.request(&client, vec![good(0), bad]), 404, "{what}");
    }
    assert_eq!(escrow.request(&client, vec![]), 404);
    assert_eq!(escrow.told.letters(&client), 0);
    let approvals = vec![good(0), good(1)];
    assert_eq!(escrow.request(&client, approvals.clone()), 201);
    assert_eq!(escrow.veto(&client, &escrow.owner, &device), 204);
    // Old approvals do not make a new request of one that was vetoed, neither while it stands nor when it is forgotten.
    assert_eq!(escrow.request(&client, approvals.clone()), 204);
    clocked.pass(WAIT + REQUEST_TIME + 60);
    assert_eq!(escrow.request(&client, approvals), 404);
    // When there are as many as may be, one more has to wait until one is over.
    for n in 0..=REQUESTS {
        let expected = if n < REQUESTS { 201 } else { 507 };
        assert_eq!(escrow.approve(&clocked, &signing_key(), &[1, 2], false), expected);
    }
    clocked.pass(WAIT + REQUEST_TIME);
    assert_eq!(escrow.approve(&clocked, &signing_key(), &[1, 2], false), 201);
}

pub(crate) fn its_owner_or_its_time_ends_it(world: &World) {
    let clocked = world.clocked();
    let (client, device, stranger) = (clocked.client(), signing_key(), signing_key());
    // Nobody asks: at once.
    let escrow = Escrow::left(&clocked);
    assert_eq!(escrow.end(&client, &stranger), 404);
    assert_eq!(escrow.end(&client, &escrow.owner), 204);
    assert_eq!(escrow.end(&client, &escrow.owner), 204);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], false), 404);
    assert_eq!(escrow.leave(&client), 204);
    assert_eq!(
        escrow.approve(&clocked, &device, &[0, 1], false),
        404,
        "not left anew"
    );
    // Somebody asks: no new requests, and it ends with those it has. Who has the owner's phone cannot end what all want.
    let escrow = Escrow::left(&clocked);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], false), 201);
    assert_eq!(escrow.end(&client, &escrow.owner), 204);
    assert_eq!(escrow.veto(&client, &escrow.owner, &device), 204);
    assert_eq!(escrow.approve(&clocked, &stranger, &[0, 1], false), 404);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1, 2], true), 201);
    clocked.pass(WAIT);
    escrow.is_given(&escrow.take(&client, &device));
    clocked.pass(REQUEST_TIME);
    assert_eq!(escrow.take(&client, &device).status, 404, "it ended with this");
    // Its time is over.
    let escrow = Escrow::left(&clocked);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], false), 201);
    clocked.set(escrow.deposit.ends - 1);
    assert_eq!(escrow.approve(&clocked, &stranger, &[0, 1], false), 201);
    clocked.pass(1);
    assert_eq!(escrow.take(&client, &stranger).status, 404);
    assert_eq!(escrow.approve(&clocked, &device, &[0, 1], false), 404);
    let state: State = escrow.state(&client, &escrow.owner).message();
    assert_eq!(state.requests.len(), 1, "that of a year ago is forgotten");
}

/// What a hundred lines of rules say, said in a few: a device is given the secret if enough approved at a time, and a whole wait
/// has passed since then without a veto, or since all had overridden it.
#[derive(Default)]
struct Model {
    approved: [bool; 3],
    despite: [bool; 3],
    begun: Option<u64>,
    vetoed: Option<u64>,
    unanimous: Option<u64>,
}

impl Model {
    fn approve(&mut self, contacts: &[usize], despite: bool, now: u64) {
        if self.begun.is_none() && contacts.len() < 2 {
            return;
        }
        for &contact in contacts {
            self.approved[contact] = true;
            self.despite[contact] |= despite;
        }
        self.begun.get_or_insert(now);
        if self.despite == [true; 3] {
            self.unanimous.get_or_insert(now);
        }
    }

    fn status(&self, now: u64) -> u16 {
        let since = match (self.begun, self.vetoed, self.unanimous) {
            (None, _, _) | (_, Some(_), None) => return 404,
            (Some(begun), None, _) => begun,
            (_, Some(vetoed), Some(unanimous)) => vetoed.max(unanimous),
        };
        if now < since + WAIT { 202 } else { 200 }
    }
}

pub(crate) fn as_the_model_says(world: &World) {
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut random = fastrand::Rng::with_seed(seed);
    let clocked = world.clocked();
    let mut statuses = std::collections::BTreeMap::<u16, usize>::new();
    for history in 0..12 {
        let escrow = Escrow::left(&clocked);
        let mut devices: Vec<_> = (0..2).map(|_| (signing_key(), Model::default())).collect();
        for step in 0..25 {
            let which = random.usize(..2);
            let (device, model) = &mut devices[which];
            let client = clocked.client_of(random.usize(..2));
            match random.u8(..5) {
                0 | 1 => {
                    let mut contacts = vec![0, 1, 2];
                    random.shuffle(&mut contacts);
                    contacts.truncate(random.usize(1..=3));
                    let despite = random.u8(..3) > 0;
                    escrow.approve(&clocked, device, &contacts, despite);
                    model.approve(&contacts, despite, clocked.now());
                }
                2 if random.u8(..3) == 0 => {
                    if escrow.veto(&client, &escrow.owner, device) == 204 {
                        model.vetoed.get_or_insert(clocked.now());
                    } else {
                        assert!(model.begun.is_none());
                    }
                }
                _ => clocked.pass(random.u64(1..WAIT / 2)),
            }
            for (device, model) in &devices {
                let status = escrow.take(&client, device).status;
                *statuses.entry(status).or_default() += 1;
                assert_eq!(
                    status,
                    model.status(clocked.now()),
                    "seed {seed}, {history}, {step}"
                );
            }
        }
    }
    assert!(
        statuses.len() == 3 && statuses.values().all(|&times| times > 20),
        "{statuses:?}"
    );
    println!("answers {statuses:?} as the model says, seed {seed}");
}

/// Contacts and the owner at once at two relays: one request, one letter, and a veto stands however it comes.
pub(crate) fn asked_all_at_once(world: &World) {
    let clocked = world.clocked();
    for round in 0..10 {
        let (escrow, device) = (Escrow::left(&clocked), signing_key());
        let (start, until) = (Barrier::new(9), clocked.now() + 3600);
        thread::scope(|scope| {
            for n in 0..8 {
                let (escrow, device, start, client) = (&escrow, &device, &start, clocked.client_of(n));
                scope.spawn(move || {
                    let two =
                        [n % 3, (n + 1) % 3].map(|contact| escrow.approval(contact, device, until, false));
                    start.wait();
                    assert!([201, 204].contains(&escrow.request(&client, two.into())));
                });
            }
            start.wait();
            while escrow.veto(&clocked.client_of(1), &escrow.owner, &device) == 404 {}
        });
        let state: State = escrow.state(&clocked.client(), &escrow.owner).message();
        let [asked] = state.requests.as_slice() else {
            panic!("{state:?}")
        };
        assert_eq!(
            (asked.approvals, asked.vetoed, asked.ready),
            (3, true, None),
            "round {round}"
        );
        assert_eq!(escrow.told.letters(&clocked.client()), 1);
        clocked.pass(WAIT);
        assert_eq!(escrow.take(&clocked.client(), &device).status, 404);
    }
}

pub(crate) fn its_contacts_and_times_have_bounds(world: &World) {
    let (client, now) = (world.client(), crate::client::now());
    let left = |change: &dyn Fn(&mut Deposit)| {
        let mut escrow = Escrow::new(2, 3, now);
        change(&mut escrow.deposit);
        escrow.leave(&client)
    };
    assert_eq!(left(&|_| {}), 201);
    assert_eq!(left(&|it| it.needed = 0), 400);
    assert_eq!(left(&|it| it.needed = 3), 400, "all of them are for overriding");
    assert_eq!(left(&|it| it.contacts.truncate(1)), 400);
    assert_eq!(left(&|it| it.contacts[1] = it.contacts[0]), 400);
    assert_eq!(left(&|it| it.wait = 3599), 400);
    assert_eq!(left(&|it| it.wait = 14 * 86_400 + 1), 400);
    assert_eq!(left(&|it| it.ends = now - 1), 400);
    assert_eq!(left(&|it| it.ends = now + 3_654 * 86_400), 400);
    assert_eq!(left(&|it| it.notices[0].packet.truncate(100)), 400);
    let most = Escrow::new(14, 15, now);
    assert_eq!(most.leave(&client), 201);
    assert_eq!(Escrow::new(15, 16, now).leave(&client), 400);
}
