// docs/feil.md as data: every fault that is tried, what the reader sees, what is kept, and the test that tries it.
// UPDATE=1 node --test tests/browser/faults.test.mjs writes the page; without UPDATE the test fails when the page is
// not this, when a test is not there, or when a fault that is tried has no row.

/** Each section: its title, a sentence, and its rows: what fails, what the reader sees, what is kept, file, test. */
export const SECTIONS = [
  {
    title: "Siden kommer ikke i gang",
    intro: "Vakten (`scripts/guard.js`) står i selve siden og ser etter om programmet kommer. Den trenger ingen annen fil.",
    rows: [
      [
        "Startskriptet finnes ikke",
        "«Programmet kom ikke i gang: noe av det nådde ikke fram», og hva en kan prøve: last på nytt, så en annen nettleser eller et annet nett",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a start script that is missing",
      ],
      [
        "Forbindelsen brytes mens startskriptet hentes",
        "det samme",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a start script that is reset",
      ],
      [
        "Startskriptet er noe annet, for eksempel en innloggingsside",
        "det samme",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a start script of the wrong type",
      ],
      [
        "Startskriptet er endret på veien",
        "det samme; det kjøres ikke",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a start script that its integrity refuses",
      ],
      [
        "Limet mellom side og WebAssembly finnes ikke",
        "det samme",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "glue that is missing",
      ],
      [
        "Limet er endret på veien",
        "det samme; det kjøres ikke",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "glue that its integrity refuses",
      ],
      [
        "WebAssembly-filen finnes ikke",
        "det samme",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a WebAssembly file that is missing",
      ],
      [
        "WebAssembly-filen er kuttet",
        "det samme",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a WebAssembly file that is cut",
      ],
      [
        "Nettleseren har ikke WebAssembly",
        "«Nettleseren mangler WebAssembly», og hva en kan prøve",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a browser without WebAssembly",
      ],
      [
        "Siden vises i en ramme uten egen opprinnelse",
        "«Siden vises inne i en annen side», med adressen å åpne for seg selv",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a frame that is sandboxed without an origin",
      ],
      [
        "WebAssembly-filen henger",
        "«Laster …»; etter 15 sekunder hva en kan prøve. Kommer filen likevel, går meldingen bort",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a WebAssembly file that hangs: the page says that it loads, and after a while what to try",
      ],
      [
        "JavaScript er slått av",
        "«Handlingsrom trenger JavaScript for å regne»",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "without JavaScript the page says what it needs, and not that it loads",
      ],
      [
        "Ingenting",
        "ingen advarsel i konsollen",
        "alt",
        "tests/browser/faults.test.mjs",
        "a page that starts warns of nothing",
      ],
      [
        "Frakoblet fil som ikke kan starte",
        "det samme som over; «Last siden på nytt» beholder det som står etter `#`",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "Last siden på nytt keeps what stands after #, in the offline file",
      ],
      [
        "Verten sender en strengere policy som forbyr WebAssembly",
        "«Programmet kom ikke i gang»",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "a policy of the host that forbids WebAssembly",
      ],
    ],
  },
  {
    title: "Programmet stopper",
    intro: "Minnet tar slutt, eller et kall går for dypt: nettleseren kaster en feil som vakten kjenner, og leseren ser det samme uten filen.",
    rows: [
      [
        "Programmet får panikk",
        "«Noe gikk galt, og programmet stoppet», siden blekner og svarer ikke, og scenarioet tilbys som lenke og fil",
        "scenarioet, i adressen og som fil",
        "tests/browser/faults.test.mjs",
        "says so, stops looking alive, and offers the scenario as link and file",
      ],
      [
        "Siden lastes på nytt etterpå",
        "scenarioet, der det var",
        "scenarioet",
        "tests/browser/faults.test.mjs",
        "Last siden på nytt keeps what stands after #, on http",
      ],
      [
        "Det er scenarioet selv som stopper programmet",
        "«begynn på nytt uten scenarioet»: kommunens plan",
        "kommunen",
        "tests/browser/faults.test.mjs",
        "begins anew without the scenario, when that is what makes it stop",
      ],
      [
        "Det som svarer på spørsmålene (den andre modulen), får panikk",
        "det samme",
        "scenarioet, i adressen og som fil",
        "tests/browser/faults.test.mjs",
        "in the second module, offers the scenario as link and file too",
      ],
      [
        "Minnet tar slutt, eller et kall går for dypt",
        "det samme; filen tilbys ikke, for programmet kan ikke skrive den",
        "scenarioet, i adressen",
        "tests/browser/faults.test.mjs",
        "memory that runs out, or a call that goes too deep, is told of as a stop",
      ],
    ],
  },
  {
    title: "Filer og argumenter på kommandolinjen",
    intro: "",
    rows: [
      [
        "50 MB av hva som helst, også gjennom et rør",
        "«filen er på … MB. En fil er høyst 5 MB.»",
        "–",
        "tests/hostile_files.rs",
        "fifty_megabytes_of_anything_is_refused_at_once",
      ],
      [
        "Ett tall som ville tatt alt minnet",
        "området tallet har, og hvorfor",
        "–",
        "tests/hostile_files.rs",
        "one_number_cannot_take_all_memory",
      ],
      [
        "Lister, tekster og verdier i et antall ingen kommune har",
        "hvor mange det er, og hvor mange som går",
        "–",
        "tests/hostile_files.rs",
        "more_than_any_municipality_has_is_counted_and_not_read",
      ],
      [
        "Tusenvis av feil",
        "de første hundre, og hvor mange til det er",
        "–",
        "tests/hostile_files.rs",
        "a_hundred_faults_are_told_and_the_rest_counted",
      ],
      [
        "Tall som ikke kan stemme",
        "området eller spranget, med begrunnelse ([kommunefil-omrader.md](kommunefil-omrader.md))",
        "–",
        "tests/ranges.rs",
        "no_number_at_any_end_of_its_range_overflows",
      ],
      [
        "Svaret kommer ikke fram: full disk, lukket rør",
        "«Svaret ble ikke skrevet ferdig», og feilkode 1",
        "–",
        "tests/command_line.rs",
        "an_answer_that_is_lost_is_a_failure",
      ],
      [
        "Feil i argumentene",
        "hva som er galt, på norsk, og feilkode 2",
        "–",
        "tests/command_line.rs",
        "wrong_arguments_are_told_of_in_norwegian",
      ],
      [
        "Tegn som styrer terminalen, i navn og nøkler",
        "tegnene som tall",
        "–",
        "tests/command_line.rs",
        "what_steers_a_terminal_is_shown_harmless",
      ],
      [
        "Scenariofil som begynner med et byterekkefølgemerke",
        "scenarioet leses",
        "–",
        "tests/command_line.rs",
        "a_scenario_file_may_begin_with_a_mark_of_byte_order",
      ],
    ],
  },
  {
    title: "Lenker",
    intro: "",
    rows: [
      [
        "En lenke på 2 MB",
        "«lenken er for lang til å være laget her»",
        "kommunens plan",
        "src/exchange/link.rs",
        "the_faults_of_a_link_are_few_and_short_and_a_huge_one_is_refused_at_once",
      ],
      [
        "Tusenvis av feil i en lenke",
        "de første tjue",
        "det som kan leses",
        "src/exchange/link.rs",
        "the_faults_of_a_link_are_few_and_short_and_a_huge_one_is_refused_at_once",
      ],
      [
        "Halve år, ja for 1, samme nøkkel to ganger, eget prosjekt fra 2028.9",
        "hva som er galt",
        "det som kan leses",
        "src/exchange/link.rs",
        "what_a_link_means_by_no_rule_is_told_and_not_guessed",
      ],
      [
        "Spaker med mange sifre",
        "ti desimaler",
        "det samme i lenke og fil",
        "src/exchange/link.rs",
        "a_lever_with_many_digits_comes_back_from_link_and_file",
      ],
      [
        "Mange og lange feil i en lenke",
        "knappen for å lukke står øverst, høyst 21 linjer, hver av dem kort",
        "det som kan leses",
        "tests/browser/faults.test.mjs",
        "the button over many faults of a link is above them, and each is short",
      ],
      [
        "Lenken skrives om mens siden flytter seg",
        "ingenting; det siste en gjorde, står",
        "alt",
        "tests/browser/link.test.mjs",
        "quick movements are not undone by the browser's late word of the address",
      ],
      [
        "En adresse som ikke er fra siden, limes inn",
        "den åpnes som et eget trinn, som kan angres",
        "det som var der",
        "tests/browser/link.test.mjs",
        "an address of no step is opened as a step of its own, and can be undone",
      ],
    ],
  },
  {
    title: "Nett og kommunefiler på siden",
    intro: "En fil som hentes, leses og kontrolleres av den andre modulen.",
    rows: [
      [
        "Kommunens fil kan ikke hentes",
        "hvilken fil det er, og at kommunen som var der, står",
        "alt",
        "tests/browser/municipalities.test.mjs",
        "a municipality whose file cannot be had leaves the page as it was, with a message",
      ],
      [
        "Nettet er borte når en kommune velges",
        "det samme",
        "alt",
        "tests/browser/faults.test.mjs",
        "that the network does not give is refused, and what was shown stays",
      ],
      [
        "Filen er kuttet på veien",
        "det samme, og linjen der den slutter",
        "alt",
        "tests/browser/faults.test.mjs",
        "that is cut on its way is refused, and what was shown stays",
      ],
      [
        "Filen har en feil",
        "stedet, linjen, hva som er galt og hva som ville vært rett",
        "alt",
        "tests/browser/faults.test.mjs",
        "with a fault is refused with the line and what would be right",
      ],
      [
        "Filen har en nyere formatversjon",
        "«versjon 2 er ukjent. Dette programmet leser versjon 1», og ingenting annet",
        "alt",
        "tests/browser/faults.test.mjs",
        "of a newer form is refused in its own words",
      ],
      [
        "Filen kommer sent",
        "«Henter …»; siden blir der den var",
        "alt",
        "tests/browser/municipalities.test.mjs",
        "while a file is on its way the page says so, and stays where it was",
      ],
      [
        "En lenke til en kommune som ikke kan hentes",
        "at tallene ikke kunne hentes, og en knapp for å prøve igjen",
        "lenken",
        "tests/browser/municipalities.test.mjs",
        "a link to a municipality whose file cannot be had can be tried again",
      ],
      [
        "Det som svarer på spørsmålene, kan ikke hentes",
        "«Svarene kunne ikke hentes. Resten av siden virker som før», og en knapp for å prøve igjen",
        "alt",
        "tests/browser/questions.test.mjs",
        "what answers the questions is loaded at first use, and again when it could not be had",
      ],
      [
        "Nettet er av, og siden er den frakoblede filen",
        "ingenting; alt virker",
        "alt",
        "tests/browser/link.test.mjs",
        "the offline file opens from disk with the network off, moves, reloads and keeps its scenario",
      ],
    ],
  },
  {
    title: "Nettleseren sier nei",
    intro: "",
    rows: [
      [
        "Lagring er avslått: localStorage, informasjonskapsler, IndexedDB",
        "ingenting; siden lagrer ikke",
        "alt",
        "tests/browser/faults.test.mjs",
        "storage that is denied changes nothing",
      ],
      [
        "Tegneflaten (canvas) gis ikke",
        "«Nettleseren lot oss ikke tegne diagrammet» under hvert diagram; setning og tabell står",
        "alt",
        "tests/browser/faults.test.mjs",
        "a canvas that the browser refuses is told of in sight, and the tables still have the figures",
      ],
      [
        "Utklippstavlen mangler eller sier nei",
        "«Nettleseren lot oss ikke kopiere. Kopier adressen øverst i vinduet»",
        "alt",
        "tests/browser/faults.test.mjs",
        "a clipboard that is missing or refuses is told of in sight",
      ],
      [
        "Nettleserens historikk tar ikke imot",
        "ingenting; siden virker, men adressen følger ikke med",
        "scenarioet på siden, til den lukkes",
        "tests/browser/faults.test.mjs",
        "a history of the browser that refuses leaves the page working",
      ],
      [
        "Klokken står stille, som når en nettleser gjør den grov",
        "ingenting; svarene kommer likevel",
        "alt",
        "tests/browser/faults.test.mjs",
        "a clock that stands still does not keep the answers from coming",
      ],
      [
        "To faner med samme lenke",
        "hver sin; det ene scenarioet flytter ikke det andre",
        "begge",
        "tests/browser/faults.test.mjs",
        "two tabs of the same link do not move each other",
      ],
    ],
  },
];

const HEAD = `# Feil: hva som er prøvd, hva leseren ser, og hva som er i behold

Skrevet av testene (\`tests/browser/feil.mjs\`, og \`UPDATE=1\` når den endres); hver rad har testen som prøver den.
Scenarioet står alltid i adressen, etter \`#\`. Derfor er det i behold når noe annet svikter.
`;

/** The page. */
export function written() {
  const section = ({ title, intro, rows }) =>
    [
      `\n## ${title}\n`,
      ...(intro ? [`${intro}\n`] : []),
      "| Hva som svikter | Hva leseren ser | I behold | Test |",
      "|---|---|---|---|",
      ...rows.map(([fails, sees, kept, , test]) => `| ${fails} | ${sees} | ${kept} | \`${test}\` |`),
      "",
    ].join("\n");
  return HEAD + SECTIONS.map(section).join("");
}
