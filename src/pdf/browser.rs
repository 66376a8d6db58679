//! A browser of the Chromium family: where it is, and how it is asked to print.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use super::names::MAGIC;
use super::scratch::Scratch;
use crate::failure::Failure;

/// What browsers are called on the search path.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
];
/// Where they are on systems that do not put programs on the search path.
const PLACES: &[&str] = if cfg!(target_os = "macos") {
    &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]
} else if cfg!(windows) {
    &[
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ]
} else {
    &[]
};
/// How long a print may take.
const LIMIT: Duration = Duration::from_secs(60);
/// How long to sleep between two looks at the browser.
const NAP: Duration = Duration::from_millis(10);
/// How many of the browser's last lines are shown when it fails.
const LINES: usize = 20;
/// What the browser writes, and what it says.
const OUTPUT: &str = "plan.pdf";
const SAID: &str = "said.txt";

/// A browser to print with, or where to look for one.
#[derive(Debug)]
pub struct Browser {
    programs: Vec<PathBuf>,
    /// Whether somebody asked for this one.
    chosen: bool,
    limit: Duration,
}

impl Browser {
    /// The first of those that are commonly installed.
    pub fn installed() -> Self {
        let programs = NAMES.iter().chain(PLACES).map(PathBuf::from).collect();
        Self { programs, chosen: false, limit: LIMIT }
    }

    /// This one: a path, or a name on the search path.
    pub fn at(program: &Path) -> Self {
        // It is started in another folder, so a path must not depend on this one.
        let name_only = program.components().count() == 1;
        let absolute = std::path::absolute(program).ok().filter(|_| !name_only);
        Self { programs: vec![absolute.unwrap_or_else(|| program.to_owned())], chosen: true, limit: LIMIT }
    }

    /// The same with another time limit.
    #[must_use]
    pub fn limit(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// Prints a page of the folder.
    pub(super) fn print(&self, scratch: &Scratch, page: &str) -> Result<Vec<u8>, Failure> {
        let (program, mut child) = self.start(scratch, page)?;
        let status = wait(&mut child, self.limit).map_err(Failure::io("wait for", program))?;
        let pdf = scratch.take(OUTPUT);
        let what = match status {
            None => format!("was stopped: it did not finish within {} seconds", self.limit.as_secs()),
            Some(status) if !status.success() => format!("failed ({status})"),
            Some(_) if !pdf.starts_with(MAGIC) => "made no PDF".to_owned(),
            Some(_) => return Ok(pdf),
        };
        let said = last_lines(&String::from_utf8_lossy(&scratch.take(SAID)));
        Err(Failure::Browser { program: program.to_owned(), what, said })
    }

    /// Starts the first browser that is there. The system looks for it, as for any program.
    fn start(&self, scratch: &Scratch, page: &str) -> Result<(&Path, Child), Failure> {
        for program in &self.programs {
            let mut command = Command::new(program);
            command.args(arguments(scratch.path())).arg(page).current_dir(scratch.path());
            // The language of the machine would choose other fonts for the same page.
            command.env("LC_ALL", "C.UTF-8").env_remove("LANGUAGE");
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(scratch.create(SAID)?);
            match command.spawn() {
                Ok(child) => return Ok((program, child)),
                Err(error) if self.chosen => return Err(Failure::io("start the browser", program)(error)),
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => {}
                Err(error) => return Err(Failure::io("start the browser", program)(error)),
            }
        }
        let looked: Vec<_> = self.programs.iter().map(|program| program.display().to_string()).collect();
        Err(Failure::NoBrowser(looked.join(", ")))
    }
}

/// How the browser is asked. Nothing passes through a shell.
fn arguments(folder: &Path) -> Vec<OsString> {
    let in_folder = |option: &str, name: &str| {
        let mut argument = OsString::from(option);
        argument.push(folder.join(name));
        argument
    };
    let fixed = [
        "--headless",
        "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        "--export-tagged-pdf",
        // What the PDF names as the program that wrote it.
        concat!("--user-agent=planbook ", env!("CARGO_PKG_VERSION")),
        "--disable-gpu",
        // Containers have little shared memory.
        "--disable-dev-shm-usage",
        // A browser of its own, which knows nothing of its owner and asks the network for nothing.
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];
    let mut arguments: Vec<OsString> = fixed.into_iter().map(OsString::from).collect();
    if is_linux_root() {
        // Chromium does not sandbox what root runs and refuses to start without this word. It shows one page of ours:
        // escaped text under a policy that allows no script but the site's own, and those are not there.
        arguments.push("--no-sandbox".into());
    }
    arguments.push(in_folder("--user-data-dir=", "profile"));
    arguments.push(in_folder("--print-to-pdf=", OUTPUT));
    arguments
}

#[cfg(target_os = "linux")]
fn is_linux_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(target_os = "linux"))]
fn is_linux_root() -> bool {
    false
}

/// Waits for a program, and ends it when it takes too long. Time is counted in naps, so no clock is asked.
fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
    for _ in 0..limit.as_millis() / NAP.as_millis() {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(NAP);
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(LINES);
    lines.into_iter().skip(from).map(|line| format!("\n  {line}")).collect()
}
