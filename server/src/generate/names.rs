//! Names as they are heard in a city office: from many regions, with one word or several, with family names or without.

use super::chance::Chance;

/// How people of a region are named.
struct Region {
    /// Of a hundred people in a city on Sumatra.
    share: usize,
    /// Given names with strokes between, and so on.
    men: &'static str,
    women: &'static str,
    last_men: &'static str,
    last_women: &'static str,
    /// Of a hundred people, how many have one word only.
    one_word: usize,
    /// Of a hundred older people, how many are Haji or Hajjah.
    hajj: usize,
}

const REGIONS: [Region; 10] = [
    // Java.
    Region {
        share: 30,
        men: "Sutrisno|Sugeng|Suparman|Bambang|Agus|Budi|Joko|Slamet|Wahyu|Eko|Dwi|Tri|Hari|Yudi|Sigit|Teguh|Heru|\
            Purwanto|Suyatno|Mulyadi|Aditya|Bayu|Galih|Dimas|Tukijan|Paijo|Sarwono|Ngadiman",
        women: "Sri|Siti|Endang|Dewi|Ratna|Wahyuni|Sulastri|Sumiyati|Tri|Dwi|Retno|Ningsih|Titik|Wiwik|Ayu|Indah|\
            Rini|Puji|Lestari|Sukarti|Painem|Sumarni|Yuliana",
        last_men: "Santoso|Setiawan|Wibowo|Prasetyo|Nugroho|Susilo|Hartono|Kurniawan|Raharjo|Widodo|Saputra|Utomo|\
            Wicaksono|Purnomo|Hidayat|Cahyono|Mulyono|Suryanto|Pamungkas",
        last_women: "Wahyuni|Lestari|Rahayu|Handayani|Astuti|Kusumawati|Setyowati|Widyastuti|Puspitasari|Wulandari|Utami|\
            Ningrum|Hastuti|Purwanti|Anggraini|Mulyani|Rahmawati",
        one_word: 18,
        hajj: 25,
    },
    // Palembang and the Malay coasts.
    Region {
        share: 22,
        men: "Muhammad|Ahmad|Kgs. Muhammad|Ki Agus|Kemas|Raden|Masagus|Zainal|Fauzan|Ridwan|Syarifuddin|Ismail|\
            Hasan|Umar|Faisal|Rizki|Taufik|Iskandar|Mahmud|Ja'far",
        women: "Nyimas|Masayu|Nyayu|Siti|Nurhayati|Fatimah|Aisyah|Zubaidah|Maimunah|Rosmala|Halimah|Khadijah|Fitri|\
            Rohana|Yuliana|Mariam|Nurul|Zahara",
        last_men: "Abdullah|Effendi|Husin|Zainuddin|Kamaluddin|Akib|Alamsyah|Sobri|Burhan|Yusuf|Marzuki|Nawawi|Rahman|\
            Hasanuddin|Bastari|Romli",
        last_women: "Aini|Hasanah|Nurjanah|Rahmah|Fauziah|Azizah|Laila|Zakiah|Khairunnisa|Safitri|Maharani|Oktaviani|\
            Yanti|Ramadhani",
        one_word: 10,
        hajj: 40,
    },
    // West Java.
    Region {
        share: 10,
        men: "Asep|Dadang|Cecep|Ujang|Deden|Yayan|Iwan|Tatang|Jajang|Aep|Dede|Encep|Rukmana",
        women: "Euis|Neneng|Iis|Imas|Cucu|Teti|Nenden|Ai|Yeni|Lilis|Elis|Wiwin",
        last_men: "Saepudin|Hidayat|Suherman|Kosasih|Suryana|Sutisna|Gunawan|Permana|Mulyana|Sobandi",
        last_women: "Komariah|Nurhayati|Rohaeti|Sumiati|Kartika|Suryani|Maesaroh|Rostika|Nurlaela",
        one_word: 6,
        hajj: 25,
    },
    // Batak, with marga.
    Region {
        share: 10,
        men: "Togar|Parlindungan|Binsar|Maruli|Saut|Hotman|Poltak|Jonathan|Samuel|Daniel|Rudolf|Tigor",
        women: "Rotua|Tiurma|Rosmaida|Lamtiur|Hotmauli|Debora|Ruth|Marintan|Nurmala|Esther|Dameria",
        last_men: "Simanjuntak|Sihombing|Nainggolan|Siregar|Hutabarat|Situmorang|Panjaitan|Sinaga|Tampubolon|\
            Pangaribuan|Lumbantobing|Harahap|Ginting|Sembiring|Manurung|Butarbutar",
        last_women: "Simanjuntak|Sihombing|Nainggolan|Siregar|Hutabarat|Situmorang|Panjaitan|Sinaga|Tampubolon|\
            Pangaribuan|Harahap|Ginting|Manurung|Pardede",
        one_word: 0,
        hajj: 0,
    },
    // Minangkabau.
    Region {
        share: 9,
        men: "Zulkifli|Yusrizal|Syafrizal|Afrizal|Rinaldi|Irwandi|Masrizal|Nofrizal|Hendri|Erizal|Buya",
        women: "Desi|Yusneli|Elvira|Gusnita|Rahmi|Yelfi|Upik|Nelwati|Reni|Zulhelmi|Mardiah",
        last_men: "Chaniago|Sikumbang|Piliang|Koto|Tanjung|Jambak|Guci|Malik|Sutan Mudo|Rasyid",
        last_women: "Chaniago|Sikumbang|Tanjung|Jambak|Yanti|Fitria|Susanti|Marlina|Eka Putri",
        one_word: 20,
        hajj: 30,
    },
    // Bugis and Makassar.
    Region {
        share: 5,
        men: "Andi Baso|Andi Tenri|Ambo|Daeng|Lamakkarodda|Baharuddin|Syamsul|Muh. Arsyad|Abdul Rahman",
        women: "Andi Besse|Besse|I Tenri|Hasnawati|Andi Nurul|Kartini|Rosdiana|St. Hajrah",
        last_men: "Mappanyukki|Tenriawaru|Sulolipu|Mappeare|Patunru|Mallarangeng|Dg. Situju|Massalinri",
        last_women: "Mappasessu|Tenriabeng|Pettarani|Dg. Caya|Mattalatta|Nurdin|Paturusi",
        one_word: 5,
        hajj: 30,
    },
    // Bali.
    Region {
        share: 4,
        men: "I Wayan|I Made|I Nyoman|I Ketut|I Gede|I Putu|Ida Bagus|I Gusti Ngurah|Anak Agung Gde",
        women: "Ni Wayan|Ni Made|Ni Nyoman|Ni Ketut|Ni Luh Putu|Ida Ayu|I Gusti Ayu|Desak Made",
        last_men: "Sudiarta|Suardana|Widana|Mahendra|Arnawa|Yasa|Sukarata|Wirawan|Artawan",
        last_women: "Sukerti|Ariani|Kurniawati|Suartini|Trisnawati|Parwati|Widiastuti|Sri Utari",
        one_word: 0,
        hajj: 0,
    },
    // Papua.
    Region {
        share: 3,
        men: "Yohanes|Marthen|Lukas|Natalius|Frans|Elieser|Otniel|Benny|Melkias",
        women: "Yuliana|Yohana|Orpa|Agustina|Dorkas|Naomi|Mariana|Selfina",
        last_men: "Wanimbo|Kogoya|Wenda|Tabuni|Mandacan|Rumbiak|Yoman|Wonda|Ayorbaba|Kambuaya",
        last_women: "Wanimbo|Kogoya|Wenda|Rumbiak|Mandacan|Wonda|Ohee|Mambrasar|Krey",
        one_word: 0,
        hajj: 0,
    },
    // Maluku.
    Region {
        share: 3,
        men: "Jacob|Thomas|Abraham|Ferdinand|Petrus|Izaak|Rahman|Simon|Wempi",
        women: "Fientje|Maria|Wilhelmina|Johana|Martha|Nona|Saadiah|Hermina",
        last_men: "Latuconsina|Pattiasina|Matulessy|Tuasikal|Pattimura|Lekatompessy|Sahetapy|Ohorella",
        last_women: "Latuconsina|Pattiasina|Matulessy|Tuasikal|Sahetapy|Nanlohy|Leimena|Salampessy",
        one_word: 0,
        hajj: 0,
    },
    // Chinese Indonesians.
    Region {
        share: 4,
        men: "Hendra|Rudy|Andre|Kevin|Lim Kok|Tan Hok|Edwin|Steven|Hartono|Willy",
        women: "Mei Lan|Lily|Susanti|Lim Mei|Jessica|Linda|Tan Siu|Vivian|Fransiska",
        last_men: "Wijaya|Halim|Gunawan|Tanujaya|Salim|Kusuma|Liem|Tjahjadi|Oey",
        last_women: "Wijaya|Halim|Tanujaya|Salim|Kusuma|Tanoto|Widjaja|Lie",
        one_word: 4,
        hajj: 0,
    },
];

/// A name without academic titles.
pub(super) fn name(chance: &mut Chance, male: bool, age: usize) -> String {
    let mut ball = chance.below(REGIONS.iter().map(|region| region.share).sum());
    let mut region = &REGIONS[0];
    for next in &REGIONS {
        region = next;
        if ball < next.share {
            break;
        }
        ball -= next.share;
    }
    let (first, last) = if male { (region.men, region.last_men) } else { (region.women, region.last_women) };
    let given = word(chance, first);
    let hajj = if age >= 40 && chance.percent(region.hajj) { if male { "H. " } else { "Hj. " } } else { "" };
    if chance.percent(region.one_word) && !given.contains(' ') {
        return format!("{hajj}{given}");
    }
    // Some carry a second given name; a third of a city would share names otherwise.
    let second = word(chance, first);
    let middle = if chance.percent(30) && !second.contains([' ', '.']) && second != given {
        format!(" {second}")
    } else {
        String::new()
    };
    format!("{hajj}{given}{middle} {}", word(chance, last))
}

/// One of a list with strokes between.
fn word<'a>(chance: &mut Chance, list: &'a str) -> &'a str {
    let at = chance.below(list.split('|').count());
    list.split('|').nth(at).unwrap_or_default()
}
