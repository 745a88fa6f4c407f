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
    /// A tool built from the crate of its name.
    Crate(&'static str),
    /// The Python environment of `xtask/python-requirements.txt`.
    Python,
}

impl Need {
    /// Makes sure that it is there, or says why it cannot be.
    pub(crate) fn provide(self, shell: &Shell) -> Result<(), String> {
        match self {
            Self::Program(program) => present(shell, program)
                .then_some(())
                .ok_or_else(|| "README.md names the requirements.".to_owned()),
            Self::Debian { program, package } => {
                if present(shell, program) {
                    return Ok(());
                }
                install(
                    shell,
                    &format!(
                        "as_root() {{ if [ \"$(id -u)\" = 0 ]; then \"$@\"; else sudo -n \"$@\"; fi; }}\n\
                     as_root apt-get update -q\n\
                     DEBIAN_FRONTEND=noninteractive as_root apt-get install -q -y --no-install-recommends {package}"
                    ),
                )
            }
            Self::Crate(name) => {
                if present(shell, name) {
                    return Ok(());
                }
                let tools = shell.tools.display();
                install(
                    shell,
                    &format!("cargo install --quiet --locked --root '{tools}' {name}"),
                )
            }
            Self::Python => {
                let python = shell.python.display();
                install(
                    shell,
                    &format!(
                        "wanted=xtask/python-requirements.txt\n\
                     cmp -s \"$wanted\" '{python}/wanted' && exit 0\n\
                     python3 -m venv --clear '{python}' || {{ rm -rf '{python}'; exit 1; }}\n\
                     '{python}/bin/pip' install --quiet --disable-pip-version-check --requirement \"$wanted\"\n\
                     cp \"$wanted\" '{python}/wanted'"
                    ),
                )
            }
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(name) | Self::Debian { program: name, .. } | Self::Crate(name) => f.write_str(name),
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
