//! The words of `--help`, in both languages, put on the command that clap derives.

use super::Cli;
use clap::{Arg, ArgAction, Command, CommandFactory};
use sop::text::{Lang, Text};

/// The words of a command.
struct Words {
    /// Empty for the program itself.
    command: &'static str,
    about: Text,
    usage: Text,
    /// By the argument's id.
    args: &'static [(&'static str, Text)],
    examples: Text,
}

const FILES: Text = Text {
    id: "Berkas, folder, atau pola seperti `sops/**/*.sop` [bawaan: folder ini]",
    en: "Files, folders, or patterns such as `sops/**/*.sop` [default: this folder]",
};
const FORMAT: Text = Text {
    id: "`human` untuk dibaca orang [bawaan], `json` untuk program lain",
    en: "`human` for people [default], `json` for other programs",
};

const REPORT: (&str, Text) =
    ("format", Text { id: "Bentuk laporan [bawaan: human]", en: "Form of the report [default: human]" });
const OUTPUT: (&str, Text) = (
    "output",
    Text {
        id: "Tulis laporan ke berkas ini, bukan ke layar",
        en: "Write the report into this file, not to the screen",
    },
);
const FAIL_ON: (&str, Text) = (
    "fail_on",
    Text {
        id: "Bobot teringan yang menggagalkan pemeriksaan [bawaan: galat]",
        en: "The lightest severity that fails the check [default: galat, error]",
    },
);
const STRICT: (&str, Text) =
    ("strict", Text { id: "Sama dengan `--fail-on peringatan`", en: "The same as `--fail-on peringatan`" });
const QUIET: (&str, Text) = (
    "quiet",
    Text {
        id: "Hanya temuan yang menggagalkan, tanpa ringkasan",
        en: "Only findings that fail the check, and no summary",
    },
);
const PER: Text = Text {
    id: "Hari pemeriksaan, misalnya 2026-11-24: SOP yang lebih dari setahun tidak ditinjau ikut disebut",
    en: "The day of the check, for example 2026-11-24: SOPs that were not reviewed for more than a year are named, too",
};

static WORDS: &[Words] = &[
    Words {
        command: "",
        about: Text {
            id: "Dari naskah `.sop` menjadi lembar SOP resmi: bagan alir, daftar periksa, dan lainnya.",
            en: "From `.sop` text to the official SOP sheet: swimlane chart, checklist, and more.",
        },
        usage: Text { id: "sop [PILIHAN] PERINTAH", en: "sop [OPTIONS] COMMAND" },
        args: &[(
            "lang",
            Text {
                id: "Bahasa pesan dan bantuan: `id` atau `en` [bawaan: menurut sistem, lalu `id`]",
                en: "Language of messages and help: `id` or `en` [default: the system's, else `id`]",
            },
        )],
        examples: Text {
            id: "Contoh:\n  sop new usulan.sop        membuat naskah contoh untuk diubah\n  \
                 sop check usulan.sop      memeriksa\n  sop build usulan.sop      mencetak PDF dan keluaran lainnya\n  \
                 sop explain SOP104        menjelaskan sebuah temuan\n\n\
                 Status keluar: 0 bersih, 1 ada temuan, 2 perintah keliru, 3 gagal membaca atau menulis.",
            en: "Examples:\n  sop new usulan.sop        make a sample procedure to write over\n  \
                 sop check usulan.sop      check it\n  sop build usulan.sop      print the PDF and the other outputs\n  \
                 sop explain SOP104        explain a finding\n\n\
                 Exit status: 0 clean, 1 findings, 2 wrong usage, 3 could not read or write.",
        },
    },
    Words {
        command: "check",
        about: Text {
            id: "Memeriksa SOP dan menyebut semua temuan",
            en: "Check procedures and say all that is found",
        },
        usage: Text { id: "sop check [PILIHAN] [BERKAS]...", en: "sop check [OPTIONS] [FILE]..." },
        args: &[
            ("files", FILES),
            REPORT,
            OUTPUT,
            FAIL_ON,
            STRICT,
            QUIET,
            (
                "fix",
                Text {
                    id: "Terapkan dahulu perbaikan yang aman pada berkasnya",
                    en: "First apply the safe fixes to the files",
                },
            ),
            (
                "fix_unsafe",
                Text {
                    id: "Terapkan juga perbaikan yang perlu diperiksa ulang",
                    en: "Apply also the fixes that should be read again",
                },
            ),
            (
                "diff",
                Text {
                    id: "Hanya perlihatkan apa yang akan diubah; tidak ada yang ditulis",
                    en: "Only show what would change; nothing is written",
                },
            ),
            ("per", PER),
            (
                "shard",
                Text {
                    id: "Hanya bagian ini dari semua berkas, misalnya 3/16; temuan antarberkas menyusul dengan `sop merge`",
                    en: "Only this part of all files, for example 3/16; findings across files follow with `sop merge`",
                },
            ),
            (
                "index",
                Text {
                    id: "Tulis indeks bagian ini ke berkas ini, untuk `sop merge`",
                    en: "Write the index of this part into this file, for `sop merge`",
                },
            ),
            (
                "cache",
                Text {
                    id: "Simpan hasil di folder ini; folder yang tidak berubah tidak diperiksa lagi",
                    en: "Keep the result in this folder; what has not changed is not checked again",
                },
            ),
            (
                "no_cache",
                Text { id: "Periksa semuanya, jangan simpan hasil", en: "Check everything, keep no result" },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop check usulan.sop\n  sop check sops/ --strict\n  sop check --fix --diff usulan.sop\n  sop check --format sarif -o temuan.sarif",
            en: "Examples:\n  sop check usulan.sop\n  sop check sops/ --strict\n  sop check --fix --diff usulan.sop\n  sop check --format sarif -o findings.sarif",
        },
    },
    Words {
        command: "merge",
        about: Text {
            id: "Menyatukan bagian-bagian `sop check --shard`: temuan antarberkas",
            en: "Bring the parts of `sop check --shard` together: findings across files",
        },
        usage: Text { id: "sop merge [PILIHAN] INDEKS...", en: "sop merge [OPTIONS] INDEX..." },
        args: &[
            (
                "indexes",
                Text {
                    id: "Indeks dari semua bagian; berkasnya dibaca dari folder yang sama",
                    en: "The indexes of all parts; the files are read from the same folder",
                },
            ),
            REPORT,
            OUTPUT,
            FAIL_ON,
            STRICT,
            QUIET,
            ("per", PER),
        ],
        examples: Text {
            id: "Contoh:\n  sop check sops/ --shard 1/2 --index 1.idx\n  sop check sops/ --shard 2/2 --index 2.idx\n  sop merge 1.idx 2.idx",
            en: "Examples:\n  sop check sops/ --shard 1/2 --index 1.idx\n  sop check sops/ --shard 2/2 --index 2.idx\n  sop merge 1.idx 2.idx",
        },
    },
    Words {
        command: "build",
        about: Text {
            id: "Membuat lembar SOP dan keluaran lainnya",
            en: "Make the sheet and the other outputs",
        },
        usage: Text { id: "sop build [PILIHAN] [BERKAS]...", en: "sop build [OPTIONS] [FILE]..." },
        args: &[
            ("files", FILES),
            (
                "out",
                Text {
                    id: "Folder hasil; dibuat bila belum ada [bawaan: di samping berkasnya]",
                    en: "Folder of the outputs; made when missing [default: beside the file]",
                },
            ),
            (
                "target",
                Text {
                    id: "Keluaran yang dibuat, dipisah koma [bawaan: semua selain png, pnml, bpmn, scxml, dan dot]",
                    en: "Outputs, with commas [default: all but png, pnml, bpmn, scxml and dot]",
                },
            ),
            (
                "force",
                Text {
                    id: "Cetak yang dapat dicetak walau ada galat; setiap halaman bertanda rancangan",
                    en: "Print what can be printed in spite of errors; every page is marked as a draft",
                },
            ),
            (
                "resolusi",
                Text {
                    id: "Titik per inci gambar PNG, 50 sampai 600 [bawaan: 150]",
                    en: "Dots per inch of PNG pictures, 50 to 600 [default: 150]",
                },
            ),
            (
                "engine",
                Text {
                    id: "Mesin proses yang dituju berkas BPMN [bawaan: standar]",
                    en: "The engine that a BPMN file is written for [default: standar]",
                },
            ),
            (
                "report",
                Text {
                    id: "Tulis pula mutu gambar bagan alir ke NAMA.laporan.json: persilangan, belokan, penghubung",
                    en: "Also write how the chart turned out to NAME.laporan.json: crossings, bends, connectors",
                },
            ),
            (
                "tandai",
                Text {
                    id: "Cetak lembar kerja NAMA.tanda.pdf: temuan ditandai pada bagan dan disebut di halaman akhir",
                    en: "Print a working copy NAME.tanda.pdf: findings are marked on the chart and said on the last page",
                },
            ),
            (
                "kertas",
                Text {
                    id: "Kertas lembar SOP [bawaan: menurut sop.toml, lalu f4]",
                    en: "Paper of the sheet [default: as sop.toml says, else f4]",
                },
            ),
            (
                "gabung",
                Text {
                    id: "Identitas dan bagan di satu halaman bila muat",
                    en: "Identity and chart on one page where they fit",
                },
            ),
            ("sampul", Text { id: "Cetak halaman judul", en: "Print a cover" }),
            (
                "book",
                Text {
                    id: "Satukan semua SOP menjadi satu PDF berjudul ini: halaman judul, daftar isi, lalu setiap SOP",
                    en: "Bind all procedures into one PDF of this title: cover, contents, then each procedure",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop build usulan.sop\n  sop build sops/ -o hasil --target chart,checklist --kertas a4\n  \
                 sop build sops/ --book \"SOP Dinas Sosial\"",
            en: "Examples:\n  sop build usulan.sop\n  sop build sops/ -o out --target chart,checklist --kertas a4\n  \
                 sop build sops/ --book \"SOP Dinas Sosial\"",
        },
    },
    Words {
        command: "simulate",
        about: Text {
            id: "Menjalankan kasus: langkah demi langkah, atau banyak kasus acak",
            en: "Run a case step by step, or many random ones",
        },
        usage: Text { id: "sop simulate [PILIHAN] BERKAS", en: "sop simulate [OPTIONS] FILE" },
        args: &[
            ("file", Text { id: "Naskah `.sop`", en: "A `.sop` file" }),
            ("format", FORMAT),
            (
                "kasus",
                Text {
                    id: "Jalankan sekian kasus acak, bukan satu kasus dengan tanya jawab",
                    en: "Run so many random cases, instead of one with questions and answers",
                },
            ),
            (
                "laju",
                Text {
                    id: "Rata-rata kasus masuk: `5 per hari`, `2 per jam`, `30 per bulan` [bawaan: semua sekaligus]",
                    en: "Cases that arrive on the average: `5 per hari`, `2 per jam` [default: all at once]",
                },
            ),
            (
                "peluang",
                Text {
                    id: "Peluang suatu hasil: `2 ya=0.8`; yang tidak disebut berbagi sisanya sama rata",
                    en: "How likely an outcome is: `2 ya=0.8`; those not named share the rest evenly",
                },
            ),
            (
                "orang",
                Text {
                    id: "Banyak orang pada suatu pelaksana: `Petugas=3` [bawaan: satu]",
                    en: "How many people an actor has: `Petugas=3` [default: one]",
                },
            ),
            (
                "benih",
                Text {
                    id: "Benih bilangan acak; benih yang sama memberi hasil yang sama",
                    en: "Seed of chance; the same seed gives the same result",
                },
            ),
        ],
        examples: Text {
            id: "Pihak luar dan sistem tidak pernah membuat antrean.\n\nContoh:\n  sop simulate usulan.sop\n  \
                 sop simulate usulan.sop --kasus 1000 --laju \"5 per hari\" --peluang \"2 ya=0.8\"",
            en: "Parties outside the office and systems never make a queue.\n\nExamples:\n  sop simulate usulan.sop\n  \
                 sop simulate usulan.sop --kasus 1000 --laju \"5 per hari\" --peluang \"2 ya=0.8\"",
        },
    },
    Words {
        command: "time",
        about: Text {
            id: "Menghitung lama prosedur, beban pelaksana, dan batas waktu",
            en: "Add up how long a procedure takes, for whom, and whether its limits hold",
        },
        usage: Text { id: "sop time [PILIHAN] BERKAS", en: "sop time [OPTIONS] FILE" },
        args: &[
            ("file", Text { id: "Naskah `.sop`", en: "A `.sop` file" }),
            ("format", FORMAT),
            (
                "mulai",
                Text {
                    id: "Hari mulai, misalnya 2026-01-05: mencetak jatuh tempo tiap kegiatan",
                    en: "The first day, for example 2026-01-05: prints when each row is due",
                },
            ),
            (
                "berkas",
                Text {
                    id: "Banyaknya berkas, bagi waktu yang ditulis per berkas [bawaan: 1]",
                    en: "How many items, for times that count per item [default: 1]",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop time usulan.sop\n  sop time usulan.sop --mulai 2026-01-05 --berkas 40\n\n\
                 Pengembalian hanya dihitung di mana disebut. `paling lama` dan `bila perlu` dihitung dari nol. Hari kerja, \
                 jam kantor, dan hari libur kantor diatur dalam sop.toml.",
            en: "Examples:\n  sop time usulan.sop\n  sop time usulan.sop --mulai 2026-01-05 --berkas 40\n\n\
                 Returns are counted only where they are named. `paling lama` and `bila perlu` begin at nothing. Working \
                 days, office hours and the office's days off are set in sop.toml.",
        },
    },
    Words {
        command: "dokumen",
        about: Text {
            id: "Mencetak daftar dokumen: dibuat di mana, diperlukan di mana, mana yang dari luar",
            en: "Print the index of papers: where made, where needed, what comes from outside",
        },
        usage: Text { id: "sop dokumen [PILIHAN] BERKAS", en: "sop dokumen [OPTIONS] FILE" },
        args: &[("file", Text { id: "Naskah `.sop`", en: "A `.sop` file" }), ("format", FORMAT)],
        examples: Text {
            id: "Contoh:\n  sop dokumen usulan.sop\n\n\
                 Yang diperlukan kegiatan pertama dianggap datang dari luar; yang tercantum pada `peralatan` adalah alat.",
            en: "Example:\n  sop dokumen usulan.sop\n\n\
                 What the first row needs is taken to come from outside; what stands under `peralatan` is a tool.",
        },
    },
    Words {
        command: "migrasi",
        about: Text {
            id: "Membandingkan dua versi SOP: di mana berkas yang sedang berjalan akan berada",
            en: "Compare two versions of an SOP: where running cases would stand",
        },
        usage: Text { id: "sop migrasi LAMA BARU", en: "sop migrasi OLD NEW" },
        args: &[
            ("lama", Text { id: "Naskah yang berlaku sekarang", en: "The file in force now" }),
            ("baru", Text { id: "Naskah yang menggantikannya", en: "The file that replaces it" }),
        ],
        examples: Text {
            id: "Contoh:\n  sop migrasi usulan.sop usulan-2026.sop\n\n\
                 Status keluar 1 apabila ada langkah yang hilang, sehingga berkas yang menunggu di sana harus diputuskan.",
            en: "Example:\n  sop migrasi usulan.sop usulan-2026.sop\n\n\
                 The exit status is 1 where a step is gone, so that somebody must decide about the cases that wait there.",
        },
    },
    Words {
        command: "daftar",
        about: Text {
            id: "Mencetak daftar SOP: nomor, judul, unit, tanggal, pejabat, waktu, temuan",
            en: "Print the register: number, title, unit, dates, official, time, findings",
        },
        usage: Text { id: "sop daftar [PILIHAN] [BERKAS]...", en: "sop daftar [OPTIONS] [FILE]..." },
        args: &[
            ("files", FILES),
            (
                "format",
                Text {
                    id: "Bentuk daftar: `human` [bawaan], `csv`, `json`, `xlsx`; tanpa ini menurut akhiran nama `-o`",
                    en: "Form of the list: `human` [default], `csv`, `json`, `xlsx`; else as the name of `-o` ends",
                },
            ),
            (
                "output",
                Text {
                    id: "Tulis ke berkas ini, bukan ke layar",
                    en: "Write into this file, not to the screen",
                },
            ),
            ("per", PER),
        ],
        examples: Text {
            id: "Contoh:\n  sop daftar sops/\n  sop daftar sops/ -o daftar-sop.xlsx --per 2026-11-24",
            en: "Examples:\n  sop daftar sops/\n  sop daftar sops/ -o register.xlsx --per 2026-11-24",
        },
    },
    Words {
        command: "export",
        about: Text {
            id: "Menulis satu keluaran bagi program lain, ke layar atau ke berkas",
            en: "Write one output for another program, to the screen or into a file",
        },
        usage: Text { id: "sop export --KELUARAN BERKAS", en: "sop export --OUTPUT FILE" },
        args: &[
            ("file", Text { id: "Berkas .sop", en: "The .sop file" }),
            (
                "output",
                Text {
                    id: "Tulis ke berkas ini, bukan ke layar",
                    en: "Write into this file, not to the screen",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop export --pnml monev.sop > monev.pnml    alurnya, untuk diperiksa alat lain",
            en: "Example:\n  sop export --pnml monev.sop > monev.pnml    its flow, for another tool to check",
        },
    },
    Words {
        command: "fmt",
        about: Text {
            id: "Merapikan penulisan SOP ke satu bentuk baku",
            en: "Rewrite procedures in the one canonical form",
        },
        usage: Text { id: "sop fmt [PILIHAN] [BERKAS]...", en: "sop fmt [OPTIONS] [FILE]..." },
        args: &[
            (
                "files",
                Text {
                    id: "Berkas, folder, atau pola; `-` membaca masukan baku dan menulis keluaran baku [bawaan: folder ini]",
                    en: "Files, folders or patterns; `-` reads standard input and writes standard output [default: this folder]",
                },
            ),
            (
                "check",
                Text {
                    id: "Hanya sebut berkas yang belum rapi; tidak ada yang ditulis",
                    en: "Only name the files that are not in this form; nothing is written",
                },
            ),
            (
                "renumber",
                Text {
                    id: "Nomori kegiatan 1, 2, 3, … beserta semua yang menunjuk kepadanya",
                    en: "Number the rows 1, 2, 3, … and everything that refers to them",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop fmt usulan.sop\n  sop fmt --check sops/\n  sop fmt --renumber usulan.sop\n  sop fmt - < usulan.sop",
            en: "Examples:\n  sop fmt usulan.sop\n  sop fmt --check sops/\n  sop fmt --renumber usulan.sop\n  sop fmt - < usulan.sop",
        },
    },
    Words {
        command: "formulir",
        about: Text {
            id: "Membuat formulir isian: lembar kendali, kartu pelaksana, monitoring, evaluasi, dan lainnya",
            en: "Make forms to fill in: checklist, actors' cards, monitoring, evaluation, and more",
        },
        usage: Text { id: "sop formulir [PILIHAN] [BERKAS]...", en: "sop formulir [OPTIONS] [FILE]..." },
        args: &[
            ("files", FILES),
            (
                "out",
                Text {
                    id: "Folder hasil; dibuat bila belum ada [bawaan: di samping berkasnya; yang untuk semua berkas di folder ini]",
                    en: "Folder of the forms; made when missing [default: beside the file; those for all files in this folder]",
                },
            ),
            (
                "jenis",
                Text {
                    id: "Formulir yang dibuat, dipisah koma [bawaan: semua]. Dari beberapa berkas, monitoring, evaluasi, \
                         verifikasi, identifikasi, dan register dibuat satu untuk semuanya",
                    en: "Forms, with commas [default: all]. Of several files, monitoring, evaluasi, verifikasi, \
                         identifikasi and register are made once for all",
                },
            ),
            (
                "bentuk",
                Text {
                    id: "Bentuk berkas, dipisah koma [bawaan: pdf]",
                    en: "Formats, with commas [default: pdf]",
                },
            ),
            (
                "force",
                Text {
                    id: "Cetak walau ada galat; setiap halaman bertanda rancangan",
                    en: "Print in spite of errors; every page is marked as a draft",
                },
            ),
            (
                "kertas",
                Text {
                    id: "Kertas [bawaan: menurut sop.toml, lalu f4]; kartu memakai A5 bila muat",
                    en: "Paper [default: as sop.toml says, else f4]; cards take A5 where they fit",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop formulir usulan.sop\n  sop formulir usulan.sop --jenis lembar-kendali,kartu\n  \
                 sop formulir sops/ -o formulir --jenis monitoring,evaluasi,register",
            en: "Examples:\n  sop formulir usulan.sop\n  sop formulir usulan.sop --jenis lembar-kendali,kartu\n  \
                 sop formulir sops/ -o forms --jenis monitoring,evaluasi,register",
        },
    },
    Words {
        command: "explain",
        about: Text { id: "Menjelaskan sebuah aturan, dengan contoh", en: "Explain a rule, with examples" },
        usage: Text { id: "sop explain KODE", en: "sop explain CODE" },
        args: &[(
            "code",
            Text {
                id: "Kode atau nama aturan; awal kode (SOP2) mencetak seluruh rumpunnya",
                en: "Code or name of the rule; the start of a code (SOP2) lists its family",
            },
        )],
        examples: Text {
            id: "Contoh:\n  sop explain SOP104\n  sop explain self-return\n  sop explain SOP2",
            en: "Examples:\n  sop explain SOP104\n  sop explain self-return\n  sop explain SOP2",
        },
    },
    Words {
        command: "rules",
        about: Text {
            id: "Mencetak semua aturan, satu baris satu aturan",
            en: "Print all rules, one a line",
        },
        usage: Text { id: "sop rules [PILIHAN]", en: "sop rules [OPTIONS]" },
        args: &[(
            "format",
            Text {
                id: "`human` untuk dibaca orang [bawaan], `json` untuk program lain, `markdown` untuk halaman",
                en: "`human` for people [default], `json` for other programs, `markdown` for pages",
            },
        )],
        examples: Text {
            id: "Contoh:\n  sop rules --format json",
            en: "Example:\n  sop rules --format json",
        },
    },
    Words {
        command: "new",
        about: Text { id: "Membuat naskah contoh untuk diubah", en: "Make a sample procedure to write over" },
        usage: Text { id: "sop new [BERKAS]", en: "sop new [FILE]" },
        args: &[(
            "file",
            Text {
                id: "Nama berkas baru; yang sudah ada tidak ditimpa [bawaan: prosedur.sop]",
                en: "Name of the new file; nothing is overwritten [default: prosedur.sop]",
            },
        )],
        examples: Text { id: "Contoh:\n  sop new usulan.sop", en: "Example:\n  sop new usulan.sop" },
    },
    Words {
        command: "import",
        about: Text {
            id: "Menyalin berkas program lain menjadi naskah `.sop`",
            en: "Turn another program's file into a `.sop` text",
        },
        usage: Text { id: "sop import [PILIHAN] BERKAS", en: "sop import [OPTIONS] FILE" },
        args: &[
            (
                "file",
                Text {
                    id: "Berkas BPMN 2.0 dengan lajur, buatan `sop build` atau penyunting lain",
                    en: "A BPMN 2.0 file with lanes, made by `sop build` or any editor",
                },
            ),
            (
                "to",
                Text {
                    id: "Naskah tujuan; yang sudah ada tidak ditimpa [bawaan: ke layar]",
                    en: "The text to write; nothing is overwritten [default: standard output]",
                },
            ),
        ],
        examples: Text {
            id: "Yang tidak dapat dinyatakan dalam naskah `.sop` disebut satu per satu.\n\nContoh:\n  sop import alur.bpmn -o alur.sop",
            en: "What a `.sop` text cannot say is listed one by one.\n\nExample:\n  sop import flow.bpmn -o flow.sop",
        },
    },
    Words {
        command: "open",
        about: Text {
            id: "Mengeluarkan naskah `.sop` dari PDF yang dibuat darinya",
            en: "Get the `.sop` file back out of the PDF that was made from it",
        },
        usage: Text { id: "sop open [PILIHAN] PDF", en: "sop open [OPTIONS] PDF" },
        args: &[
            (
                "pdf",
                Text {
                    id: "PDF buatan `sop build`, juga yang sudah ditandatangani secara elektronik",
                    en: "A PDF made by `sop build`, also one that was signed electronically",
                },
            ),
            (
                "to",
                Text {
                    id: "Berkas atau folder tujuan; yang sudah ada tidak ditimpa [bawaan: ke layar]",
                    en: "File or folder to write to; nothing is overwritten [default: standard output]",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop open usulan.pdf -o usulan.sop\n  sop open buku-sop.pdf -o naskah/",
            en: "Examples:\n  sop open usulan.pdf -o usulan.sop\n  sop open book.pdf -o texts/",
        },
    },
    Words {
        command: "config",
        about: Text {
            id: "Mencetak pengaturan yang berlaku dan asalnya",
            en: "Print the settings in force and where each comes from",
        },
        usage: Text { id: "sop config [PILIHAN] [BERKAS]", en: "sop config [OPTIONS] [FILE]" },
        args: &[
            (
                "file",
                Text {
                    id: "Berkas atau folder; `sop.toml` dicari dari sini ke atas [bawaan: folder ini]",
                    en: "A file or folder; `sop.toml` is looked for from here upward [default: this folder]",
                },
            ),
            ("format", FORMAT),
        ],
        examples: Text {
            id: "Contoh:\n  sop config sops/usulan.sop",
            en: "Example:\n  sop config sops/usulan.sop",
        },
    },
    Words {
        command: "rekam",
        about: Text {
            id: "Membandingkan formulir yang sudah diisi dengan SOP-nya",
            en: "Hold filled forms against their procedure",
        },
        usage: Text {
            id: "sop rekam [PILIHAN] BERKAS.sop TERISI...",
            en: "sop rekam [OPTIONS] FILE.sop FILLED...",
        },
        args: &[
            ("file", Text { id: "Berkas .sop yang dijalankan", en: "The .sop file that was followed" }),
            (
                "filled",
                Text {
                    id: "Formulir terisi atau catatan aplikasi (JSON, CSV, XLSX), atau folder berisi semuanya",
                    en: "Filled forms or records of a system (JSON, CSV, XLSX), or a folder of them",
                },
            ),
            ("format", FORMAT),
            (
                "xes",
                Text {
                    id: "Tulis pula log peristiwa XES (IEEE 1849) ke berkas ini",
                    en: "Also write an event log in XES (IEEE 1849) into this file",
                },
            ),
        ],
        examples: Text {
            id: "Contoh:\n  sop rekam usulan.sop terisi/\n  sop rekam usulan.sop berkas-12.json rekap.csv --xes log.xes\n\nBentuk berkasnya dijelaskan di docs/rekam.md.",
            en: "Examples:\n  sop rekam usulan.sop filled/\n  sop rekam usulan.sop case-12.json cases.csv --xes log.xes\n\ndocs/rekam.md describes the files.",
        },
    },
    Words {
        command: "templat",
        about: Text {
            id: "Menuliskan templat keluaran, untuk diubah menurut kebiasaan kantor",
            en: "Write the templates of the outputs, for an office to change",
        },
        usage: Text { id: "sop templat FOLDER", en: "sop templat FOLDER" },
        args: &[(
            "folder",
            Text {
                id: "Folder templat; dibuat bila belum ada",
                en: "Folder of the templates; made when missing",
            },
        )],
        examples: Text {
            id: "Contoh:\n  sop templat templat\n\nLalu sebut foldernya dalam sop.toml: `[cetak]`, `templat = \"templat\"`. Templat yang tidak diubah boleh dihapus.",
            en: "Example:\n  sop templat templat\n\nThen name the folder in sop.toml: `[cetak]`, `templat = \"templat\"`. Templates that you do not change may be deleted.",
        },
    },
    Words {
        command: "completions",
        about: Text { id: "Mencetak pelengkap perintah untuk shell", en: "Print completions for a shell" },
        usage: Text { id: "sop completions SHELL", en: "sop completions SHELL" },
        args: &[(
            "shell",
            Text {
                id: "bash, zsh, fish, elvish, atau powershell",
                en: "bash, zsh, fish, elvish or powershell",
            },
        )],
        examples: Text {
            id: "Contoh:\n  sop completions bash > ~/.local/share/bash-completion/completions/sop",
            en: "Example:\n  sop completions bash > ~/.local/share/bash-completion/completions/sop",
        },
    },
    Words {
        command: "man",
        about: Text { id: "Mencetak halaman manual", en: "Print the manual page" },
        usage: Text { id: "sop man", en: "sop man" },
        args: &[],
        examples: Text { id: "Contoh:\n  sop man > sop.1", en: "Example:\n  sop man > sop.1" },
    },
];

static PLACEHOLDERS: &[(&str, Text)] = &[
    ("files", Text { id: "BERKAS", en: "FILE" }),
    ("file", Text { id: "BERKAS", en: "FILE" }),
    ("lama", Text { id: "LAMA", en: "OLD" }),
    ("baru", Text { id: "BARU", en: "NEW" }),
    ("out", Text { id: "FOLDER", en: "FOLDER" }),
    ("to", Text { id: "TUJUAN", en: "PATH" }),
    ("pdf", Text { id: "PDF", en: "PDF" }),
    ("target", Text { id: "KELUARAN", en: "OUTPUT" }),
    ("kertas", Text { id: "KERTAS", en: "PAPER" }),
    ("sampul", Text { id: "ARAH", en: "SIDE" }),
    ("book", Text { id: "JUDUL", en: "TITLE" }),
    ("resolusi", Text { id: "DPI", en: "DPI" }),
    ("engine", Text { id: "MESIN", en: "ENGINE" }),
    ("format", Text { id: "BENTUK", en: "FORMAT" }),
    ("mulai", Text { id: "TANGGAL", en: "DATE" }),
    ("berkas", Text { id: "N", en: "N" }),
    ("kasus", Text { id: "N", en: "N" }),
    ("laju", Text { id: "LAJU", en: "RATE" }),
    ("peluang", Text { id: "HASIL=P", en: "OUTCOME=P" }),
    ("orang", Text { id: "PELAKSANA=N", en: "ACTOR=N" }),
    ("benih", Text { id: "S", en: "S" }),
    ("output", Text { id: "BERKAS", en: "FILE" }),
    ("fail_on", Text { id: "BOBOT", en: "SEVERITY" }),
    ("shard", Text { id: "N/DARI", en: "N/OF" }),
    ("index", Text { id: "BERKAS", en: "FILE" }),
    ("indexes", Text { id: "INDEKS", en: "INDEX" }),
    ("cache", Text { id: "FOLDER", en: "FOLDER" }),
    ("lang", Text { id: "BAHASA", en: "LANG" }),
    ("code", Text { id: "KODE", en: "CODE" }),
    ("shell", Text { id: "SHELL", en: "SHELL" }),
];

static HELP: Text = Text { id: "Mencetak bantuan ini", en: "Print this help" };
static VERSION: Text = Text { id: "Mencetak versi", en: "Print the version" };
static USAGE: Text = Text { id: "Pemakaian:", en: "Usage:" };
static OPTIONS: Text = Text { id: "Pilihan", en: "Options" };
static ARGUMENTS: Text = Text { id: "Masukan", en: "Arguments" };
static COMMANDS: Text = Text { id: "Perintah", en: "Commands" };

/// The whole command line, in one language.
pub(super) fn command(lang: Lang) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help(VERSION.pattern(lang)).help_heading(OPTIONS.pattern(lang));
    let mut root = Cli::command()
        .disable_version_flag(true)
        .arg(version)
        .subcommand_help_heading(COMMANDS.pattern(lang))
        .subcommand_value_name("PERINTAH");
    let names: Vec<String> = root.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for name in names {
        root = root.mut_subcommand(&name, |command| speak(command, &name, lang));
    }
    speak(root, "", lang)
}

/// Values that are names of ours are listed after the words.
fn lists_its_values(command: &str, arg: &str) -> bool {
    matches!(
        (command, arg),
        (_, "target" | "engine" | "kertas" | "sampul" | "fail_on") | ("check" | "merge", "format")
    )
}

fn speak(command: Command, name: &str, lang: Lang) -> Command {
    let words = WORDS.iter().find(|words| words.command == name);
    let words = words.unwrap_or_else(|| panic!("bug: no help for `{name}`"));
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", USAGE.pattern(lang));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let help = help.help(HELP.pattern(lang)).help_heading(OPTIONS.pattern(lang));
    let mut command = command
        .disable_help_flag(true)
        .arg(help)
        .about(words.about.pattern(lang))
        .override_usage(words.usage.pattern(lang))
        .help_template(template)
        .after_help(words.examples.pattern(lang));
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for (at, id) in ids.into_iter().enumerate() {
        if id == "help" || id == "version" {
            continue;
        }
        // The flags of `export` are outputs, and say what they are themselves.
        let outputs = super::export::emitters().map(|emitter| (emitter.name, &emitter.about));
        let outputs = outputs.filter(|_| name == "export");
        let mut known = words.args.iter().map(|(known, text)| (*known, text)).chain(outputs);
        let text = known.find(|(known, _)| *known == id).map(|(_, text)| text);
        let text = text.unwrap_or_else(|| panic!("bug: no help for `{name} {id}`"));
        let placeholder =
            PLACEHOLDERS.iter().find(|(known, _)| *known == id).map(|(_, text)| text.pattern(lang));
        command = command.mut_arg(&id, |arg| {
            let heading = if arg.is_positional() { &ARGUMENTS } else { &OPTIONS };
            let mut words = text.pattern(lang).to_owned();
            if lists_its_values(name, &id) {
                let names: Vec<_> =
                    arg.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
                words += &format!(": {}", names.join(", "));
            }
            // Under a heading of ours, what is typed in order would be listed by the alphabet.
            let arg = if arg.is_positional() { arg.display_order(at) } else { arg };
            let arg = arg.help(words).help_heading(heading.pattern(lang));
            match placeholder.filter(|_| arg.get_action().takes_values()) {
                Some(placeholder) => {
                    arg.value_name(placeholder).hide_default_value(true).hide_possible_values(true)
                }
                None => arg,
            }
        });
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_help_is_there_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            // Panics where a command or an argument has no words.
            command(lang).debug_assert();
        }
        for words in WORDS {
            for text in [&words.about, &words.usage, &words.examples]
                .into_iter()
                .chain(words.args.iter().map(|it| &it.1))
            {
                assert!(!text.id.is_empty() && !text.en.is_empty(), "{}", words.command);
            }
        }
    }
}
