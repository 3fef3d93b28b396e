//! The service is killed at any moment, many times: what it has acknowledged is there, and never half a step.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// A folder that is gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("eoffice-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Service {
    child: Child,
    address: String,
}

impl Service {
    fn start(data: &Path) -> Service {
        Service::later(data, 0)
    }

    /// With a clock that is so many days ahead.
    fn later(data: &Path, days: u32) -> Service {
        let mut child = Command::new(env!("CARGO_BIN_EXE_eoffice"))
            .env("EOFFICE_PORT", "0")
            .env("EOFFICE_DATA", data)
            .env("EOFFICE_DETIK_DARI_UTC", (days * 86_400).to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
        std::io::BufRead::read_line(&mut out, &mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        Service { child, address }
    }

    /// SIGKILL: nothing is told to the process.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Status and body; `None` where the service was killed meanwhile.
fn ask(address: &str, head: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let length = body.len();
    let form = "Content-Type: application/x-www-form-urlencoded";
    write!(stream, "{head} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{form}\r\nContent-Length: {length}\r\n\r\n{body}").ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let status = answer.split(' ').nth(1)?.parse().ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let location = head.lines().find_map(|line| line.strip_prefix("location: "));
    Some((status, location.map_or(body.to_owned(), str::to_owned)))
}

/// The values of the fields of a name.
fn values(page: &str, name: &str) -> Vec<String> {
    let field = format!("name=\"{name}\" value=\"");
    let parts = page.split(&field).skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

fn events(page: &str) -> usize {
    page.split("<caption>Riwayat").nth(1).map_or(0, |table| table.matches("<tr>").count() - 1)
}

/// How many events a case has, as far as is known for sure, and as it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Known {
    sure: usize,
    perhaps: usize,
}

/// Acts until the service is gone.
fn work(
    address: &str,
    case: &mut Option<(String, Known)>,
    done: &AtomicUsize,
    turn: &mut usize,
) -> Option<()> {
    loop {
        *turn += 1;
        let Some((path, known)) = case else {
            let (status, path) = ask(address, "POST /berkas", "perihal=Uji")?;
            assert_eq!(status, 303);
            *case = Some((path, Known { sure: 0, perhaps: 0 }));
            continue;
        };
        let (status, page) = ask(address, &format!("GET {path}"), "")?;
        assert_eq!(status, 200, "{page}");
        let Some(langkah) = values(&page, "langkah").pop() else {
            *case = None;
            continue;
        };
        let (hasil, papers) = (values(&page, "hasil"), values(&page, "dokumen"));
        let hasil = &hasil[usize::from(turn.is_multiple_of(3)) % hasil.len()];
        let actor = &values(&page, "pelaksana")[0];
        let mut body =
            format!("langkah={langkah}&pelaksana={actor}&hasil={hasil}&peristiwa={}", events(&page));
        papers.iter().for_each(|paper| body.push_str(&format!("&dokumen={paper}")));
        known.perhaps = known.sure + papers.len() + 1;
        let (status, page) = ask(address, &format!("POST {path}/langkah"), &body)?;
        assert_eq!(status, 303, "{page}");
        known.sure = known.perhaps;
        done.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let folder = Folder::new("mati");
    let data = folder.0.join("data.db");
    let mut case: Option<(String, Known)> = None;
    let done = Arc::new(AtomicUsize::new(0));
    let (mut turn, mut between) = (0, 0);
    let mut dice = 1u64;
    for _ in 0..40 {
        let service = Service::start(&data);
        let address = service.address.clone();
        if let Some((path, known)) = &mut case {
            let (status, page) = ask(&address, &format!("GET {path}"), "").unwrap();
            assert_eq!(status, 200, "{page}");
            let found = events(&page);
            assert!(found == known.sure || found == known.perhaps, "{found} events, {known:?}");
            between += usize::from(found != known.sure);
            *known = Known { sure: found, perhaps: found };
        }
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // After so many more steps, and then at any moment of the next ones.
        let enough = done.load(Ordering::SeqCst) + (dice >> 60) as usize;
        let wait = Duration::from_micros((dice >> 33) % 8_000);
        let seen = Arc::clone(&done);
        let killer = std::thread::spawn(move || {
            while seen.load(Ordering::SeqCst) < enough {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::thread::sleep(wait);
            service.kill();
        });
        let _ = work(&address, &mut case, &done, &mut turn);
        killer.join().unwrap();
    }
    let done = done.load(Ordering::SeqCst);
    println!("40 kills, {done} acknowledged steps, {between} on the disk before their answer");
    assert!(done > 40, "{done} steps");
}

#[test]
fn pages_of_others_are_refused_and_so_is_what_the_procedure_forbids() {
    let folder = Folder::new("tolak");
    let service = Service::start(&folder.0.join("data.db"));
    let address = service.address.clone();
    let port = address.split(':').nth(1).unwrap();
    let raw = |host: &str, more: &str, head: &str| {
        let mut stream = TcpStream::connect(&address).unwrap();
        let body = "perihal=%3Cb%3EUji";
        let form =
            format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}", body.len());
        write!(stream, "{head} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n{form}\r\n\r\n{body}")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(raw("contoh.go.id", "", "GET /"), "403");
    assert_eq!(raw(&address, "Origin: https://contoh.go.id\r\n", "POST /berkas"), "403");
    assert_eq!(raw(&address, "Origin: null\r\n", "POST /berkas"), "403");
    assert_eq!(raw(&address, &format!("Origin: http://{address}\r\n"), "POST /berkas"), "303");
    assert_eq!(raw(&format!("localhost:{port}"), "", "GET /"), "200");
    assert_eq!(ask(&address, "GET /berkas/99", "").unwrap().0, 404);
    assert_eq!(ask(&address, "GET /kotak/Bukan", "").unwrap().0, 404);
    assert_eq!(ask(&address, "GET /apa", "").unwrap().0, 404);
    assert_eq!(ask(&address, "POST /berkas", "perihal=+").unwrap().0, 409);
    let (_, page) = ask(&address, "GET /berkas/1", "").unwrap();
    assert!(page.contains("&lt;b&gt;Uji") && !page.contains("<b>"));
    let langkah = &values(&page, "langkah")[0];
    let try_it =
        |rest: &str| ask(&address, "POST /berkas/1/langkah", &format!("langkah={langkah}&{rest}")).unwrap();
    let (status, page) = try_it("pelaksana=Kadis&hasil=Selesai&peristiwa=0");
    assert!(
        status == 409 && page.contains("Kadis tidak bertindak pada langkah 1; yang boleh bertindak: Jafung")
    );
    let (status, page) = try_it("pelaksana=Jafung&hasil=Selesai&peristiwa=0&dokumen=Tor");
    assert!(status == 409 && page.contains("kelengkapan yang belum ada: ROK, Konsep SK Tim"));
    assert_eq!(events(&page), 0, "a refusal leaves nothing behind, not even the paper");
    let (status, page) = try_it("pelaksana=Jafung&hasil=Selesai&peristiwa=7");
    assert!(status == 409 && page.contains("sudah berubah"));
    service.kill();
}

#[test]
fn what_waits_too_long_is_listed_as_overdue() {
    let folder = Folder::new("lambat");
    let data = folder.0.join("data.db");
    let service = Service::start(&data);
    assert_eq!(ask(&service.address, "POST /berkas", "perihal=Lama").unwrap().0, 303);
    let (_, page) = ask(&service.address, "GET /terlambat", "").unwrap();
    assert!(page.contains("Tidak ada."));
    service.kill();
    let service = Service::later(&data, 40);
    for path in ["/terlambat", "/kotak/Jafung", "/berkas/1"] {
        let (_, page) = ask(&service.address, &format!("GET {path}"), "").unwrap();
        assert!(page.contains("terlambat</span>") && page.contains("Lama"), "{path}: {page}");
    }
    let (_, page) = ask(&service.address, "GET /kotak/Kadis", "").unwrap();
    assert!(page.contains("Tidak ada."));
    service.kill();
}
