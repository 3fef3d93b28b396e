// A program of two generated modules, with serde and serde_json.
mod monev;
mod odd;

fn main() {
    use monev::{Case, Dokumen, Hasil, Pelaksana, Time};
    let mut case = Case::open(Time(0));
    for paper in [Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim] {
        case.receive(paper, Pelaksana::Jafung, Time(60)).unwrap();
    }
    case.act(case.tasks()[0].langkah, Pelaksana::Jafung, Hasil::Selesai, Time(120)).unwrap();
    let json = serde_json::to_string(&case).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    let other = json.replace(&format!("{:016x}", monev::FINGERPRINT), "0000000000000001");
    assert!(serde_json::from_str::<Case>(&other).is_err());
    let task = serde_json::to_value(case.tasks().remove(0)).unwrap();
    assert_eq!(task["langkah"], "MenelaahUsulanPenyelenggaraanMonitoringKabid");
    assert_eq!(task["hasil"][1], "Tidak");
    assert_eq!(task["sejak"], 120);
    let entry = serde_json::to_value(case.history().last()).unwrap();
    assert_eq!(entry["event"], "done");
    assert_eq!(entry["dokumen"], serde_json::Value::Null);
    assert_eq!(entry["sejak"], 0, "a report of delays needs no second look at the case");
    let entry = serde_json::to_value(case.history()[0]).unwrap();
    assert_eq!((&entry["event"], &entry["dokumen"]), (&"received".into(), &"Tor".into()));
    assert_eq!(entry["sejak"], serde_json::Value::Null);
    let due = case.due(case.tasks()[0].langkah, &monev::Kalender::default()).unwrap();
    let due = serde_json::to_string(&due).unwrap();
    assert_eq!(due, r#"{"pada":28800,"menurut":"30 menit"}"#);
    let look = case.tasks()[0].langkah;
    let back = serde_json::to_string(case.leads_to(look, Hasil::Tidak)).unwrap();
    assert_eq!(back, r#"[{"langkah":["MengajukanUsulanPenyelenggaraanMonitoring"],"akhir":null}]"#);
    for langkah in odd::Langkah::ALL {
        let json = serde_json::to_string(langkah).unwrap();
        assert_eq!(serde_json::from_str::<odd::Langkah>(&json).unwrap(), *langkah);
    }
    let unknown = serde_json::from_str::<odd::Langkah>("\"tidak ada\"").unwrap_err();
    assert_eq!(unknown.to_string(), "Langkah tidak mengenal `tidak ada`");
}
