//! A small e-office: cases of one procedure, an inbox for every actor, a history, a list of what is overdue.
//!
//! The procedure is the machine that `sop` generated; this program keeps its cases in SQLite and shows them. It has no
//! passwords: whoever opens the page chooses an actor. An office puts its own sign-on in front.
#![allow(clippy::disallowed_methods, reason = "a service reads its settings and the clock")]

// As it was generated; rustfmt has nothing to say about it.
#[rustfmt::skip]
#[path = "../../../tests/golden/monev.rs"]
mod monev;
mod pages;
mod store;

use axum::Router;
use axum::extract::{Form, Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use monev::{Dokumen, Hasil, Langkah, Pelaksana, Time};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Refusal, Store};

/// What every request works with.
struct Office {
    store: Store,
    /// Seconds that the office's clock is ahead of UTC.
    ahead: i64,
    /// `127.0.0.1:3000`: the only name that this service answers to.
    hosts: [String; 2],
}

impl Office {
    fn now(&self) -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time(since.as_secs() as i64 + self.ahead)
    }
}

type Fields = Vec<(String, String)>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setting = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let port: u16 = setting("EOFFICE_PORT", "3000").parse()?;
    // WIB, unless the office says otherwise.
    let ahead = setting("EOFFICE_DETIK_DARI_UTC", "25200").parse()?;
    let path = setting("EOFFICE_DATA", "eoffice.db");
    let store = Store::open(&path)?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    let hosts = [address.to_string(), format!("localhost:{}", address.port())];
    let office = Arc::new(Office { store, ahead, hosts });
    println!("e-office: http://{address} (data: {path})");
    axum::serve(listener, router(office)).await?;
    Ok(())
}

fn router(office: Arc<Office>) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/gaya.css", get(style))
        .route("/terlambat", get(overdue))
        .route("/kotak/{pelaksana}", get(inbox))
        .route("/berkas", post(open))
        .route("/berkas/{id}", get(case))
        .route("/berkas/{id}/langkah", post(act).get(back))
        .fallback(async || (StatusCode::NOT_FOUND, Html(pages::message("Halaman tidak ditemukan", ""))))
        .layer(middleware::from_fn_with_state(Arc::clone(&office), guard))
        .with_state(office)
}

/// Only this machine's own pages may speak to the service: another site cannot send forms through a visitor's browser,
/// nor reach it by a name of its own.
async fn guard(State(office): State<Arc<Office>>, request: Request, next: Next) -> Response {
    if !is_ours(&office.hosts, request.method(), request.headers()) {
        return (StatusCode::FORBIDDEN, "ditolak: permintaan dari halaman lain\n").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    response
}

fn is_ours(hosts: &[String], method: &Method, headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text(header::HOST);
    let known = host.is_some_and(|host| hosts.iter().any(|it| it == host));
    let origin = text(header::ORIGIN);
    let reads = method == Method::GET || method == Method::HEAD;
    known && (reads || origin.is_none_or(|it| hosts.iter().any(|host| it == format!("http://{host}"))))
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("gaya.css"))
}

async fn home(State(office): State<Arc<Office>>) -> Result<Html<String>, Refusal> {
    Ok(Html(pages::home(&office.store.all()?)))
}

async fn overdue(State(office): State<Arc<Office>>) -> Result<Html<String>, Refusal> {
    Ok(Html(pages::overdue(&office.store.all()?, office.now())))
}

async fn inbox(State(office): State<Arc<Office>>, Path(code): Path<String>) -> Result<Html<String>, Refusal> {
    let pelaksana = Pelaksana::from_code(&code).ok_or(Refusal::NotFound)?;
    Ok(Html(pages::inbox(&office.store.all()?, pelaksana, office.now())))
}

async fn case(State(office): State<Arc<Office>>, Path(id): Path<i64>) -> Result<Html<String>, Refusal> {
    Ok(Html(pages::case(&office.store.one(id)?, office.now(), None)))
}

async fn open(State(office): State<Arc<Office>>, Form(fields): Form<Fields>) -> Result<Redirect, Refusal> {
    let perihal = field(&fields, "perihal").trim();
    if perihal.is_empty() {
        return Err(Refusal::Words("tulislah perihal berkas".to_owned()));
    }
    let id = office.store.create(perihal, office.now())?;
    Ok(Redirect::to(&format!("/berkas/{id}")))
}

async fn act(
    State(office): State<Arc<Office>>,
    Path(id): Path<i64>,
    Form(fields): Form<Fields>,
) -> Result<Response, Refusal> {
    let langkah = Langkah::from_code(field(&fields, "langkah")).ok_or(Refusal::NotFound)?;
    let pelaksana = Pelaksana::from_code(field(&fields, "pelaksana")).ok_or(Refusal::NotFound)?;
    let hasil = Hasil::from_code(field(&fields, "hasil")).ok_or(Refusal::NotFound)?;
    let events = field(&fields, "peristiwa").parse().map_err(|_| Refusal::NotFound)?;
    let papers = fields.iter().filter(|(name, _)| name == "dokumen");
    let papers: Vec<Dokumen> = papers.filter_map(|(_, code)| Dokumen::from_code(code)).collect();
    let done = office.store.change(id, events, office.now(), |case, now| {
        for paper in papers {
            case.receive(paper, pelaksana, now)?;
        }
        case.act(langkah, pelaksana, hasil, now)
    });
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/berkas/{id}")).into_response()),
        Err(Refusal::Words(words)) => {
            let page = pages::case(&office.store.one(id)?, office.now(), Some(&words));
            Ok((StatusCode::CONFLICT, Html(page)).into_response())
        }
        Err(other) => Err(other),
    }
}

/// The page of a refusal, loaded once more.
async fn back(Path(id): Path<i64>) -> Redirect {
    Redirect::to(&format!("/berkas/{id}"))
}

fn field<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, title, words) = match self {
            Refusal::NotFound => (StatusCode::NOT_FOUND, "Tidak ditemukan", String::new()),
            Refusal::Words(words) => (StatusCode::CONFLICT, "Ditolak", words),
            Refusal::Store(error) => {
                eprintln!("{error}");
                let words = "data tidak dapat dibaca atau ditulis; hubungi pengelola".to_owned();
                (StatusCode::INTERNAL_SERVER_ERROR, "Gangguan", words)
            }
        };
        (status, Html(pages::message(title, &words))).into_response()
    }
}
