//! What a step needs on the machine, and how it gets there.

use std::fmt;

use super::step::Shell;

/// Something that a step needs. It is installed if it is not there.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// A program of the requirements in `README.md`, which is not installed by us.
    Program(&'static str),
    /// A program of a Debian package.
    Debian {
        program: &'static str,
        package: &'static str,
    },
    /// A file, perhaps with wildcards, of a Debian package.
    DebianFile {
        file: &'static str,
        package: &'static str,
    },
    /// A tool built from the crate of its name.
    Crate(&'static str),
    /// Files that a script of ours brings into the cache folder, once.
    Files(&'static str),
    /// The Python environment of `xtask/python-requirements.txt`.
    Python,
}

/// Installs Debian packages, as root or by `sudo`.
const APT: &str = r#"
debian() {
    local root=()
    if [ "$(id -u)" != 0 ]; then root=(sudo -n); fi
    "${root[@]}" apt-get update -q
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}"#;

/// Makes the Python environment in `$folder`, unless it is what `$wanted` asks for.
const PYTHON: &str = r#"
cmp -s "$wanted" "$folder/wanted" && exit
rm -rf "$folder"
python3 -c 'import ensurepip, venv' || debian python3-venv
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$folder/wanted""#;

impl Need {
    /// Makes sure that it is there, or says why it cannot be.
    pub(crate) fn provide(self, shell: &Shell) -> Result<(), String> {
        match self {
            Self::Program(program) if present(shell, program) => Ok(()),
            Self::Program(_) => Err("README.md names the requirements.".to_owned()),
            Self::Debian { program, .. } | Self::Crate(program) if present(shell, program) => Ok(()),
            Self::DebianFile { file, .. } if shell.run(&format!("compgen -G '{file}' >/dev/null")).0 => {
                Ok(())
            }
            Self::Debian { package, .. } | Self::DebianFile { package, .. } => {
                install(shell, &format!("{APT}\ndebian {package}"))
            }
            Self::Crate(name) => {
                let tools = shell.tools.display();
                install(
                    shell,
                    &format!("cargo install --quiet --locked --root '{tools}' {name}"),
                )
            }
            Self::Files(script) => install(shell, script),
            Self::Python => {
                let folder = shell.python.display();
                let names = format!("wanted=xtask/python-requirements.txt folder='{folder}'");
                install(shell, &format!("{APT}\n{names}\n{PYTHON}"))
            }
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(name)
            | Self::Debian { program: name, .. }
            | Self::DebianFile { package: name, .. }
            | Self::Crate(name)
            | Self::Files(name) => f.write_str(name),
            Self::Python => f.write_str("the Python environment"),
        }
    }
}

fn present(shell: &Shell, program: &str) -> bool {
    shell.run(&format!("command -v {program} >/dev/null")).0
}

fn install(shell: &Shell, line: &str) -> Result<(), String> {
    let (success, output) = shell.run(line);
    success.then_some(()).ok_or(output)
}
