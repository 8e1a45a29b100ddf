import { heading, numbered, paragraph, signature, table } from './blocks.ts';
import { type OfficeDocument, officeDocument } from './document.ts';

/** A notice as an office sends it, invented but for the law. */
export const aNotice: OfficeDocument = officeDocument({
  title: 'Zuwendungsbescheid Sozialraumbudget 2026, Aktenzeichen 51.3-SRB-2026-0017',
  author: 'Kreisverwaltung Alzey-Worms',
  date: '2026-01-30',
  letterhead: ['Kreisverwaltung Alzey-Worms', 'Kreisjugendamt · Referat Kindertagesbetreuung'],
  runningHead: 'Kreisverwaltung Alzey-Worms · Az. 51.3-SRB-2026-0017 · Zuwendungsbescheid vom 30.01.2026',
  footer: [
    ['Kreisverwaltung Alzey-Worms', 'Ernst-Ludwig-Straße 36', '55232 Alzey'],
    ['Telefon 06731 000-0', 'poststelle@alzey-worms.example.org', 'alzey-worms.example.org'],
    ['Sprechzeiten', 'Montag bis Freitag 8 bis 12 Uhr', 'Donnerstag 14 bis 18 Uhr'],
  ],
  letter: {
    address: {
      sender: 'Kreisverwaltung Alzey-Worms · Ernst-Ludwig-Straße 36 · 55232 Alzey',
      recipient: [
        'Kita-Verbund Wonnegau gGmbH',
        'Frau Đorđa Żółć-Müller',
        'Höhenstraße 12',
        '67593 Westhofen',
      ],
    },
    information: [
      { label: 'Unser Zeichen', value: '51.3-SRB-2026-0017' },
      { label: 'Ihr Antrag vom', value: '12.11.2025' },
      { label: 'Auskunft erteilt', value: 'Herr Schäfer' },
      { label: 'Zimmer', value: 'B 214' },
      { label: 'Telefon', value: '06731 000-3142' },
      { label: 'E-Mail', value: 'sozialraumbudget@alzey-worms.example.org' },
      { label: 'Datum', value: '30.01.2026' },
    ],
  },
  blocks: [
    heading(
      1,
      'Bescheid über eine Zuwendung aus dem Sozialraumbudget für das Jahr 2026 nach § 25 Abs. 5 KiTaG',
    ),
    paragraph('Sehr geehrte Frau Żółć-Müller,'),
    paragraph('auf Ihren Antrag vom 12.11.2025 ergeht folgender Bescheid:'),
    heading(2, 'I. Entscheidung'),
    paragraph(
      'Für die Beschäftigung von Kita-Sozialarbeiterinnen und Kita-Sozialarbeitern in den unten genannten Tageseinrichtungen bewilligen wir Ihnen für die Zeit vom 01.01.2026 bis zum 31.12.2026 eine Zuwendung bis zur Höhe von',
    ),
    paragraph('71.234,56 € (einundsiebzigtausendzweihundertvierunddreißig Euro, 56 Cent).', 'strong'),
    paragraph(
      'Die Zuwendung wird als Projektförderung in Form eines nicht rückzahlbaren Zuschusses gewährt. Die Anteile des Landes und des Landkreises sind vorläufig; sie werden mit dem Verwendungsnachweis festgesetzt.',
    ),
    table(
      [
        { label: 'Position', align: 'start' },
        { label: 'VZÄ', align: 'end' },
        { label: 'Beantragt', align: 'end' },
        { label: 'Bewilligt', align: 'end' },
        { label: 'davon Land (60 %)', align: 'end' },
        { label: 'davon Landkreis', align: 'end' },
      ],
      [
        [
          'Personalkosten Kita „Regenbogen“, Westhofen',
          '0,75',
          '52.900,00 €',
          '48.620,13 €',
          '29.172,08 €',
          '19.448,05 €',
        ],
        [
          'Personalkosten Kita „Am Seebach“, Osthofen',
          '0,35',
          '21.909,14 €',
          '21.909,14 €',
          '13.145,48 €',
          '8.763,66 €',
        ],
        ['Fortbildung und Fachberatung (höchstens 1 %)', '–', '748,09 €', '705,29 €', '423,18 €', '282,11 €'],
      ],
      {
        caption: 'Zuwendungsfähige Ausgaben und Anteile',
        total: ['Summe', '1,10', '75.557,23 €', '71.234,56 €', '42.740,74 €', '28.493,82 €'],
      },
    ),
    paragraph('Im Übrigen wird der Antrag abgelehnt.'),
    heading(2, 'II. Nebenbestimmungen'),
    paragraph('Dieser Bescheid ergeht mit folgenden Nebenbestimmungen (§ 32 SGB X):'),
    numbered([
      'Die Zuwendung darf nur für den genannten Zweck verwendet werden. Jede Stelle ist mit einer Fachkraft zu besetzen, die die Voraussetzungen der Fachkräftevereinbarung für Tageseinrichtungen für Kinder in Rheinland-Pfalz erfüllt.',
      'Bleibt eine Stelle länger als sechs Wochen unbesetzt oder ändern sich Umfang, Eingruppierung oder Einsatzort, ist dies dem Kreisjugendamt unverzüglich schriftlich anzuzeigen.',
      'Der Verwendungsnachweis ist bis zum 31.03.2027 vorzulegen. Er besteht aus einem Sachbericht und einem zahlenmäßigen Nachweis je Stelle.',
      'Die Auszahlung erfolgt in vier gleichen Teilbeträgen zum 15.02., 15.05., 15.08. und 15.11.2026, nicht aber vor Bestandskraft dieses Bescheids.',
      'Das Kreisjugendamt und der Rechnungshof Rheinland-Pfalz sind berechtigt, die Verwendung der Zuwendung durch Einsicht in Bücher und Belege sowie durch örtliche Erhebungen zu prüfen.',
    ]),
    heading(2, 'III. Begründung'),
    heading(3, '1. Sachverhalt'),
    paragraph(
      'Sie betreiben als anerkannter freier Träger der Jugendhilfe zwei Tageseinrichtungen im Landkreis. Mit Antrag vom 12.11.2025 haben Sie Mittel für 1,20 Vollzeitäquivalente Kita-Sozialarbeit beantragt und auf die Ergebnisse der Bedarfserhebung 2025 verwiesen. Der Jugendhilfeausschuss hat das Sozialraumkonzept in der Fassung vom 24.09.2025 beschlossen.',
    ),
    heading(3, '2. Rechtliche Würdigung'),
    paragraph(
      'Rechtsgrundlage der Entscheidung ist § 25 Abs. 5 des Landesgesetzes über die Erziehung, Bildung und Betreuung von Kindern in Tageseinrichtungen und in Kindertagespflege (KiTaG) in Verbindung mit dem Sozialraumkonzept des Landkreises. Auf die Gewährung besteht kein Rechtsanspruch der Höhe nach; der Landkreis entscheidet nach pflichtgemäßem Ermessen im Rahmen der verfügbaren Mittel.',
    ),
    paragraph(
      'Die Tageseinrichtung „Regenbogen“ liegt in einem Sozialraum, dessen Belastung nach den Indikatoren des Konzepts über dem Durchschnitt des Landkreises liegt. Für sie sieht das Konzept höchstens 0,75 Vollzeitäquivalente vor. Der darüber hinaus beantragte Umfang von 0,10 Vollzeitäquivalenten konnte daher nicht berücksichtigt werden. Die Ausgaben für Fortbildung und Fachberatung sind auf 1 % der übrigen zuwendungsfähigen Ausgaben begrenzt und waren entsprechend zu kürzen.',
    ),
    paragraph(
      'Die Kürzung ist verhältnismäßig. Sie stellt sicher, dass die begrenzten Mittel nach einheitlichen Maßstäben auf alle Tageseinrichtungen des Landkreises verteilt werden, und lässt den Betrieb der Stelle in dem Umfang zu, den die Jugendhilfeplanung als erforderlich ansieht.',
    ),
    heading(2, 'IV. Rechtsbehelfsbelehrung'),
    paragraph(
      'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden. Der Widerspruch ist bei der Kreisverwaltung Alzey-Worms, Ernst-Ludwig-Straße 36, 55232 Alzey, schriftlich, in elektronischer Form nach § 36a Abs. 2 SGB I oder zur Niederschrift einzulegen. Ein Widerspruch durch einfache E-Mail ist nicht zulässig.',
    ),
    signature('Dr. Anneliese Weiß-Nußbaumer', {
      closing: 'Mit freundlichen Grüßen\nIm Auftrag',
      line: true,
      role: 'Leiterin des Kreisjugendamts',
    }),
  ],
});
