//! The program as a person at a terminal runs it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::client::Client;
use super::{small_book, write};

/// A program that runs until this is dropped.
struct Program {
    child: Child,
    address: SocketAddr,
}

fn start(mut command: Command) -> Program {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    let Some(address) = address.and_then(|address| address.parse().ok()) else {
        let _ = child.kill();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        panic!("{line:?} is no address: {said}");
    };
    Program { child, address }
}

fn serve(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planbook"));
    command.arg("serve").arg("--root").arg(root).args(arguments);
    command
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_prints_its_address_tells_of_each_generation_and_ends_well() {
    let folder = small_book();
    let mut program = start(serve(folder.path(), &["--port", "0"]));
    assert_eq!(Client::new(program.address).get("/").status, 200);
    let mut said = BufReader::new(program.child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.starts_with("generation 1: no problems in "), "{line}");
    write(folder.path(), "content/agencies/ar-trade.md", "---\nname: Ministry of Trade\npart: Arland\n---\n");
    let mut rest = String::new();
    while !rest.contains("generation 2: ") {
        assert!(said.read_line(&mut rest).unwrap() > 0, "{rest}");
    }
    assert!(
        rest.contains("error[unknown-key]") && rest.contains("content/agencies/ar-trade.md:3:1"),
        "{rest}"
    );
    assert!(rest.contains("generation 2: 1 error in "), "{rest}");
    assert!(rest.contains("the pages still show the last version without errors"), "{rest}");
    let pid = rustix::process::Pid::from_child(&program.child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    assert_eq!(program.child.wait().unwrap().code(), Some(0));
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "it wrote something: {left:?}");
}

#[test]
fn a_port_that_is_taken_is_told_when_it_was_asked_for() {
    let folder = small_book();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = serve(folder.path(), &["--port", &port]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains(&format!("127.0.0.1:{port}: another program")) && said.contains("--port 0"),
        "{said}"
    );
}

#[test]
fn two_previews_find_a_port_each() {
    let folder = small_book();
    let (one, two) = (start(serve(folder.path(), &[])), start(serve(folder.path(), &[])));
    assert_ne!(one.address.port(), two.address.port());
    assert_eq!(Client::new(two.address).get("/").status, 200);
}

#[test]
fn whoever_opens_it_to_others_is_warned() {
    let folder = small_book();
    let mut program = start(serve(folder.path(), &["--host", "0.0.0.0", "--port", "0"]));
    let mut said = BufReader::new(program.child.stderr.take().unwrap());
    let mut text = String::new();
    while !text.contains("warning: everybody who can reach this machine") {
        assert!(said.read_line(&mut text).unwrap() > 0, "{text}");
    }
    let address = SocketAddr::new([127, 0, 0, 1].into(), program.address.port());
    for (host, status) in [("127.0.0.1:8080", 200), ("192.168.3.4", 200), ("evil.example:80", 421)] {
        let mut client = Client::new(address);
        client.send(format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        assert_eq!(client.answer(false).unwrap().status, status, "{host}");
    }
}

#[test]
fn running_out_of_files_does_not_end_it() {
    let folder = small_book();
    for files in ["24", "64"] {
        let mut command = Command::new("sh");
        let program = env!("CARGO_BIN_EXE_planbook");
        command.args(["-c", "ulimit -n $1; exec \"$2\" serve --port 0 --root \"$3\"", "sh", files, program]);
        command.arg(folder.path());
        let program = start(command);
        let mut held: Vec<Client> = Vec::new();
        for _ in 0..100 {
            let mut client = Client::new(program.address);
            client.send("GET / HTT");
            held.push(client);
        }
        for _ in 0..20 {
            assert_eq!(Client::new(program.address).get("/items/1.1/").status, 200, "{files}");
        }
        // The book is still read again.
        write(
            folder.path(),
            "content/areas/01-trade/area.md",
            format!("---\nnumber: 1\ntitle: T{files}\n---\n"),
        );
        let page = || String::from_utf8(Client::new(program.address).get("/areas/1/").body).unwrap();
        let mut turns = 0;
        while !page().contains(&format!("T{files}")) {
            turns += 1;
            assert!(turns < 1_000, "the change was not seen with {files} files");
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }
}
