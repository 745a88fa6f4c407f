//! The table of steps, cheapest first. A new step is one more entry.

use super::{
    need::Need,
    step::{Step, When},
};

const CARGO_DENY: Need = Need::Crate("cargo-deny");
const CARGO_FUZZ: Need = Need::Crate("cargo-fuzz");
const RUSTFMT: Need = Need::Program("rustfmt");
const CLIPPY: Need = Need::Program("cargo-clippy");
const VALGRIND: Need = Need::Debian {
    program: "valgrind",
    package: "valgrind",
};
/// Every example of the FHIR specification; brought by `npm`.
const FHIR_EXAMPLES: Need = Need::Files("core/fhir/tests/fetch.sh");
const NPM: Need = Need::Program("npm");
const PYTHON: Need = Need::Program("python3");
const JDK: Need = Need::Program("javac");
const MAVEN: Need = Need::Debian {
    program: "mvn",
    package: "maven",
};
/// What pyzbar loads.
const ZBAR: Need = Need::DebianFile {
    file: "/usr/lib/*/libzbar.so.0",
    package: "libzbar0",
};
/// Reads printed pages and draws them.
const POPPLER: Need = Need::Debian {
    program: "pdftoppm",
    package: "poppler-utils",
};
/// Documents that two programs read.
const DOCUMENT: Need = Need::DebianFile {
    file: "/usr/share/doc/libtasn1-doc/libtasn1.pdf",
    package: "libtasn1-doc",
};
const OTHER_DOCUMENT: Need = Need::DebianFile {
    file: "/usr/share/doc/shared-mime-info/shared-mime-info-spec.pdf",
    package: "shared-mime-info",
};
const NOTO: Need = Need::DebianFile {
    file: "/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf",
    package: "fonts-noto-core",
};
/// What draws the phone's screens without a display.
const GL: Need = Need::DebianFile {
    file: "/usr/lib/*/libGL.so.1",
    package: "libgl1",
};
const X11: Need = Need::DebianFile {
    file: "/usr/lib/*/libX11.so.6",
    package: "libx11-6",
};
const FONTCONFIG: Need = Need::DebianFile {
    file: "/usr/lib/*/libfontconfig.so.1",
    package: "libfontconfig1",
};
const NOTO_CJK: Need = Need::DebianFile {
    file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    package: "fonts-noto-cjk",
};
/// In which the emergency page is tested.
const CHROMIUM: Need = Need::Debian {
    program: "chromium",
    package: "chromium",
};
/// Makes the certificate of a host of health links.
const OPENSSL: Need = Need::Debian {
    program: "openssl",
    package: "openssl",
};
/// Makes network namespaces and what joins them.
const IPROUTE: Need = Need::Debian {
    program: "ip",
    package: "iproute2",
};
/// Records and reads what goes over a network.
const TSHARK: Need = Need::Debian {
    program: "tshark",
    package: "tshark",
};
/// Asks hosts as a stranger does.
const CURL: Need = Need::Debian {
    program: "curl",
    package: "curl",
};
const XXD: Need = Need::Debian {
    program: "xxd",
    package: "xxd",
};
/// What two relays share in their tests.
const POSTGRESQL: Need = Need::DebianFile {
    file: "/usr/lib/postgresql/*/bin/initdb",
    package: "postgresql",
};
/// Compiles the C of libsodium, SQLite and zstd.
const C_COMPILER: Need = Need::Debian {
    program: "cc",
    package: "build-essential",
};

const TESTS_OF_CRATES: &[Need] = &[
    C_COMPILER,
    NPM,
    FHIR_EXAMPLES,
    NOTO,
    POSTGRESQL,
    CURL,
    POPPLER,
    DOCUMENT,
    OTHER_DOCUMENT,
];

pub(crate) const STEPS: &[Step] = &[
    Step {
        name: "format",
        when: When::Always,
        needs: &[RUSTFMT],
        run: "cargo fmt --all --check",
    },
    Step {
        name: "repository: layers, texts, bans, hygiene",
        when: When::Always,
        needs: &[C_COMPILER, RUSTFMT, CARGO_DENY],
        run: "cargo test --package xtask -- --show-output",
    },
    Step {
        name: "licences, bans, sources",
        when: When::Always,
        needs: &[CARGO_DENY],
        run: "cargo deny --locked check bans licenses sources",
    },
    Step {
        name: "lints",
        when: When::Always,
        needs: &[C_COMPILER, CLIPPY],
        run: "cargo clippy --locked --workspace --all-targets -- -D warnings",
    },
    Step {
        name: "tests of the crates",
        when: When::Fast,
        needs: TESTS_OF_CRATES,
        run: "cargo test --locked --workspace --exclude xtask --exclude pocketchart-faults \
              --exclude pocketchart-tests --no-fail-fast -- --show-output",
    },
    Step {
        name: "the benchmarks compile",
        when: When::Full,
        needs: &[C_COMPILER],
        run: "cargo check --locked --manifest-path bench/Cargo.toml",
    },
    // What shares a cache folder of packages or of patients with another step is beside the others with it. The first stands before
    // the tests of the crates, some of which wait more than they work, and goes on once those are compiled.
    Step {
        name: "the emergency page and the desk, in Chromium",
        when: When::Beside,
        needs: &[C_COMPILER, NPM, PYTHON, CHROMIUM, OPENSSL, NOTO, NOTO_CJK],
        run: "web/test/run.sh",
    },
    // All in one command: another choice of packages would compile their dependencies once more.
    Step {
        name: "tests of the crates, across crates and processes",
        when: When::Full,
        needs: TESTS_OF_CRATES,
        run: "cargo test --locked --workspace --exclude xtask --no-fail-fast -- --show-output",
    },
    Step {
        name: "every check left out once",
        when: When::Full,
        needs: &[C_COMPILER],
        run: "xtask/steps/sabotage.sh",
    },
    Step {
        name: "the program killed 200 times",
        when: When::Full,
        needs: &[C_COMPILER],
        run: "KILLS=200 cargo test --locked --workspace --exclude xtask --test journeys killed:: -- --show-output",
    },
    Step {
        name: "fuzzing",
        when: When::Full,
        needs: &[C_COMPILER, CARGO_FUZZ],
        run: "fuzz/run.sh",
    },
    // What README.md tells a newcomer to run.
    Step {
        name: "tour",
        when: When::Beside,
        needs: &[C_COMPILER],
        run: "cargo run --locked --release",
    },
    Step {
        name: "what ships: the relay opens nothing, and no check can be left out",
        when: When::Beside,
        needs: &[C_COMPILER],
        run: "xtask/steps/shipped.sh",
    },
    Step {
        name: "cryptography under valgrind",
        when: When::Full,
        needs: &[C_COMPILER, VALGRIND],
        run: "xtask/steps/valgrind.sh",
    },
    Step {
        name: "official FHIR tools",
        when: When::Beside,
        needs: &[C_COMPILER, NPM, Need::Python],
        run: "core/fhir/tests/official/check.sh",
    },
    Step {
        name: "HL7 v2 messages, by another parser",
        when: When::Full,
        needs: &[C_COMPILER, Need::Python],
        run: "core/fhir/tests/v2/check.sh",
    },
    Step {
        name: "summaries, by HL7's validator",
        when: When::Beside,
        needs: &[C_COMPILER, JDK, MAVEN, NPM],
        run: "tests/validator/run.sh",
    },
    Step {
        name: "vectors, by an independent reader",
        when: When::Full,
        needs: &[PYTHON],
        run: "tests/reader/run.sh",
    },
    Step {
        name: "codes before cameras, by independent readers",
        when: When::Full,
        needs: &[C_COMPILER, Need::Python, ZBAR],
        run: "tests/cameras/run.sh",
    },
    Step {
        name: "a visit on the wire, by tshark",
        when: When::Full,
        needs: &[C_COMPILER, PYTHON, IPROUTE, TSHARK],
        run: "tests/network/run.sh capture",
    },
    Step {
        name: "two phones over a bad link",
        when: When::Full,
        needs: &[C_COMPILER, PYTHON, IPROUTE],
        run: "tests/network/run.sh loss",
    },
    Step {
        name: "the relay, before strangers",
        when: When::Full,
        needs: &[C_COMPILER, NPM, Need::Python],
        run: "relay/tests/peers/run.sh",
    },
    Step {
        name: "the desk's interface, by schemathesis",
        when: When::Full,
        needs: &[C_COMPILER, Need::Python],
        run: "clinic/tests/interface/run.sh",
    },
    Step {
        name: "the relay, 64 who guess a thousand times each",
        when: When::Full,
        needs: &[C_COMPILER],
        run: "GUESSES=1000 cargo test --locked --workspace --exclude xtask --test service \
              sqlite::guesses_are_counted_exactly -- --show-output",
    },
    Step {
        name: "the relay's large bodies, on a server that speaks S3",
        when: When::Full,
        needs: &[C_COMPILER, Need::Python],
        run: "relay/tests/peers/s3.sh",
    },
    Step {
        name: "health links and cards, with other people's code",
        when: When::Full,
        needs: &[C_COMPILER, NPM, PYTHON],
        run: "core/share/tests/peers/run.sh",
    },
    Step {
        name: "health links and cards over a relay, with other people's code",
        when: When::Full,
        needs: &[C_COMPILER, NPM, PYTHON, CURL, NOTO],
        run: "cli/tests/peers/run.sh",
    },
    Step {
        name: "C-CDA documents, with other people's code",
        when: When::Beside,
        needs: &[C_COMPILER, JDK, MAVEN, PYTHON],
        run: "tests/ccda/run.sh",
    },
    Step {
        name: "headers of images and recordings, with other people's code",
        when: When::Full,
        needs: &[C_COMPILER, PYTHON],
        run: "tests/media/run.sh",
    },
    Step {
        name: "hospital servers",
        when: When::Beside,
        needs: &[C_COMPILER, JDK, MAVEN, NPM, PYTHON],
        run: "tests/servers/run.sh",
    },
    Step {
        name: "cards of CDS Hooks, by other people's code",
        when: When::Full,
        needs: &[C_COMPILER, PYTHON],
        run: "cli/tests/cds_hooks/run.sh",
    },
    Step {
        name: "summaries of others, brought in",
        when: When::Beside,
        needs: &[C_COMPILER, NPM, PYTHON],
        run: "tests/ips/run.sh",
    },
    Step {
        name: "printed cards, by independent readers",
        when: When::Full,
        needs: &[C_COMPILER, Need::Python, POPPLER, NOTO, NOTO_CJK],
        run: "core/print/tests/run.sh",
    },
    Step {
        name: "found in a network, and naming nobody there",
        when: When::Full,
        needs: &[C_COMPILER, IPROUTE, TSHARK, XXD],
        run: "tests/network/mdns.sh",
    },
    Step {
        name: "JVM bindings, and the Android app's model and screens",
        when: When::Full,
        needs: &[C_COMPILER, JDK, MAVEN, GL, X11, FONTCONFIG, NOTO, NOTO_CJK],
        run: "mobile-bindings/bindgen.sh && mvn -f android/pom.xml clean test",
    },
    Step {
        name: "Python bindings",
        when: When::Full,
        needs: &[C_COMPILER, PYTHON],
        run: "mobile-bindings/bindgen.sh && python3 mobile-bindings/tests/smoke.py",
    },
    Step {
        name: "surface of the bindings",
        when: When::Full,
        needs: &[C_COMPILER],
        run: "cargo test --locked --workspace --exclude xtask --features pocketchart-mobile/bindgen --test surface",
    },
    Step {
        name: "documentation",
        when: When::Full,
        needs: &[C_COMPILER],
        run: "RUSTDOCFLAGS='-D warnings' cargo doc --locked --workspace --no-deps",
    },
];
