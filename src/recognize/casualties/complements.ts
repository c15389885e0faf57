import type { Outcome } from "../../model/casualty.js";
import type { WordTag } from "./word-tags.js";

/** A verb and the wording after it that together state an outcome of its object, or of its subject where it has none. */
export interface Complement {
  readonly name: string;
  /** What the main verb is to the rules. */
  readonly verbs: WordTag;
  /** True where only a passive is meant ("were beaten"). */
  readonly passive?: boolean;
  /** The wording after the verb and its object: a pattern in which `<tag>` stands for any word of that tag. */
  readonly after: string;
  /** Wording that takes the outcome back, a pattern as well. */
  readonly unless?: string;
  readonly outcome: Outcome;
  /** False where a single person without a number is no figure. */
  readonly implicit: boolean;
  /** True where only ten people or more, or households, are meant: two guests who spend a night in a hall are not displaced. */
  readonly crowd?: boolean;
  /** What the noun must be that alone is meant. */
  readonly who?: WordTag;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

export const COMPLEMENTS: readonly Complement[] = [
  {
    name: "driven-from-home",
    verbs: "drive-out",
    outcome: "displaced",
    implicit: false,
    after:
      "^(?:away )?(?:from|out of|off) (?:(?:their|the|its|our) )?(?:[\\w-]+ ){0,2}<home>\\b" +
      "|^into (?:exile|camps|tents|the <wild>)\\b|^to (?:leave|abandon|flee) (?:their|the) ",
    examples: [
      "The shelling drove [40,000|displaced 40000] people from their homes.",
      "The war has driven [a million|displaced 1000000] people into exile.",
      "Police pushed [some 300|displaced ~300] squatters out of the houses.",
    ],
    counterExamples: ["The club drove 40 people from the airport to the hotel.", "Rain forced 40 people from the top of the list."],
  },
  {
    name: "moved-to-escape",
    verbs: "travel",
    outcome: "displaced",
    implicit: false,
    after:
      "\\b(?:to (?:escape|flee|avoid)|escaping|fleeing) (?:from )?(?:[\\w-]+ ){0,3}<danger>\\b" +
      "|\\b(?:to seek|seeking) (?:safety|refuge|shelter)\\b",
    examples: [
      "[More than 4,000|displaced 4000+] people have moved to the coast to escape the fighting.",
      "Raids made [900|displaced 900] people cross the river to seek safety.",
    ],
    counterExamples: ["Two actors moved to Rome to escape the press."],
  },
  {
    name: "left-village",
    verbs: "desert",
    outcome: "displaced",
    implicit: false,
    crowd: true,
    who: "dweller",
    after: "^(?:the|their) (?:[\\w-]+ )?<home>\\b",
    examples: ["[Sixty|displaced 60] families left the village after the attack."],
    counterExamples: ["Sixty voters left the hall.", "Two residents left the town."],
  },
  {
    name: "beaten-by",
    verbs: "beat",
    outcome: "injured",
    implicit: true,
    after: "^by (?:the )?(?:[\\w-]+ ){0,2}<beater>\\b|^(?:with|unconscious|severely|badly|savagely)\\b ?(?:[\\w-]+ ){0,2}(?:<cudgel>)?$",
    examples: ["[A dozen|injured 12] demonstrators were beaten by police.", "[Three|injured 3] clerks were beaten with batons."],
    counterExamples: ["Two champions were beaten by the youngest player."],
  },
  {
    name: "beaten",
    verbs: "beat",
    outcome: "injured",
    implicit: false,
    passive: true,
    who: "beatable",
    after: "^(?!by (?:an? )?\\d|\\d|in (?:the|an?) <contest>)",
    unless: "\\b(?:\\d+-\\d+|<contest>)\\b",
    examples: ["[At least eight|injured 8+] reporters were beaten."],
    counterExamples: ["Eight students were beaten in the final.", "Two champions were beaten."],
  },
  {
    name: "nights-in-shelter",
    verbs: "pass-night",
    outcome: "displaced",
    implicit: false,
    crowd: true,
    after:
      "(?:nights?|days|weeks|months) (?:in|at|on|under) (?:[\\w-]+ ){0,3}<night-place>\\b" +
      "|^(?:in|at|on) (?:[\\w-]+ ){0,2}(?:shelters?|tents|the open|streets|roadsides?|<night-place>)\\b",
    examples: [
      "[Some 800|displaced ~800] villagers spent the night in schools.",
      "[Hundreds|displaced vague 200] of families slept in tents.",
    ],
    counterExamples: ["Two hikers spent the night in a hall.", "The 40 singers spent the day in talks."],
  },
  {
    name: "moved-out",
    verbs: "shift",
    outcome: "displaced",
    implicit: false,
    crowd: true,
    passive: true,
    after: "^(?:out|away|downstream|upstream|uphill|inland|to (?:safety|higher ground|safer (?:[\\w-]+ )?(?:<places>|ground)))\\b",
    examples: [
      "[More than 1,500|displaced 1500+] villagers were moved out overnight.",
      "[About 620|displaced ~620] residents were moved downstream to a school.",
    ],
    counterExamples: ["Two clerks were moved out of the spotlight.", "The 40 villagers were moved by the song."],
  },
  {
    name: "sheltered-in",
    verbs: "seek-shelter",
    outcome: "displaced",
    implicit: false,
    crowd: true,
    after: "^(?:in|at|inside) (?:[\\w'’-]+ ){0,3}<refuge-place>\\b",
    examples: ["[Around 2,000|displaced ~2000] people are sheltering in mosques."],
    counterExamples: ["Two hikers are sheltering in a barn."],
  },
  {
    name: "used-shelter",
    verbs: "use-shelter",
    outcome: "displaced",
    implicit: false,
    crowd: true,
    after:
      "^(?:(?:in|into|at|to|with) )?(?:[\\w'’-]+ ){0,4}(?:<public> shelters?|shelters|evacuation cent(?:er|re)s?" +
      "|<relief> (?:camps?|cit(?:y|ies))|tents|sports? halls?|school gyms?)\\b|^in camps\\b",
    examples: [
      "[3,269|displaced 3269] people were using public shelters.",
      "[At least 150|displaced 150+] went to Red Cross shelters.",
      "[Some 300|displaced ~300] residents were housed in a sports hall.",
    ],
    counterExamples: ["The city used 12 buses and 40 vans.", "Two dogs stayed at shelters."],
  },
  {
    name: "made-homeless",
    verbs: "become",
    outcome: "displaced",
    implicit: false,
    after: "^homeless\\b",
    examples: ["The flood resulted in [6,200|displaced 6200] people becoming homeless."],
    counterExamples: ["Six of the charity's dogs became famous."],
  },
  {
    name: "taken-into-custody",
    verbs: "take-in",
    outcome: "detained",
    implicit: true,
    after: "^(?:[\\w-]+ )?(?:(?:into|in|to) (?:[\\w-]+ ){0,2}custody|for questioning|under (?:house )?arrest)\\b",
    unless: "\\b(?:protective custody|custody of (?:an?|his|her|their|the (?:family|mother|father)))\\b",
    examples: ["Police took [a dozen|detained 12] students into custody.", "[Nine|detained 9] men were brought in for questioning."],
    counterExamples: ["The court put two dogs in custody."],
  },
  {
    name: "thrown-into-prison",
    verbs: "throw-in",
    outcome: "detained",
    implicit: true,
    after: "^(?:back )?(?:into|in|to|behind) (?:[\\w'’-]+ ){0,2}<prison>\\b",
    examples: [
      "The junta has thrown [thousands|detained vague 2000] into prison.",
      "The judge sent [four|detained 4] men to jail.",
      "[Forty|detained 40] dissidents were put back in prison.",
    ],
    counterExamples: ["The charity sent 40 books to prison."],
  },
  {
    name: "sentenced-to-time",
    verbs: "sentence",
    outcome: "detained",
    implicit: true,
    after: "\\bto (?:[\\w'’.,-]+ ){0,7}(?:<time-unit>|<prison>|<term>)\\b",
    unless: "\\b(?:<other-sentence>|house arrest)\\b",
    examples: [
      "A court sentenced [12|detained 12] men to life in prison.",
      "[Two|detained 2] women were sentenced to two years' jail each.",
    ],
    counterExamples: ["The judge sentenced two youths to 80 hours of community service.", "The court sentenced three men to death."],
  },
  {
    name: "given-prison-term",
    verbs: "give-term",
    outcome: "detained",
    implicit: true,
    after:
      "\\b(?:(?:prison|jail|custodial) <term>|life <term>|(?:years?|months?|life) (?:in|behind) (?:prison|jail|bars)" +
      "|^sentences? of (?:[\\w’'-]+ ){0,6}(?:years?|months?)|[\\w-]+-(?:year|month) (?:prison |jail )?<term>)",
    unless: "\\b(?:suspended|probation|lives)\\b",
    examples: [
      "[Nine|detained 9] officers were handed prison terms of up to six years.",
      "[Three|detained 3] rebels are serving life sentences.",
    ],
    counterExamples: ["Two clerks were given suspended jail terms.", "A judge handed Marlo two life sentences."],
  },
  {
    name: "deprived-of-liberty",
    verbs: "deprive",
    outcome: "detained",
    implicit: true,
    after: "^of (?:their|his|her) (?:liberty|freedom)\\b",
    examples: ["[More than 30|detained 30+] people were deprived of their liberty."],
    counterExamples: ["Two players were deprived of their medals."],
  },
  {
    name: "in-hands-of-captors",
    verbs: "be-or-stay",
    outcome: "abducted",
    implicit: true,
    after: "^(?:still )?in(?:to)? the hands of (?:[\\w-]+ ){0,3}<captor>\\b",
    examples: ["[Three|abducted 3] priests remain in the hands of the kidnappers."],
    counterExamples: ["Two towns remain in the hands of the rebels."],
  },
  {
    name: "to-their-deaths",
    verbs: "go-to-death",
    outcome: "killed",
    implicit: true,
    after: "\\bto (?:their|his|her) (?:[\\w-]+ )?deaths?\\b",
    examples: ["A wave swept [two|killed 2] anglers to their deaths.", "[Two|killed 2] climbers fell to their deaths."],
    counterExamples: ["He swept two rooms to their corners."],
  },
  {
    name: "put-to-death-by",
    verbs: "do-to-death",
    outcome: "killed",
    implicit: true,
    after: "^to (?:an? |their |his |her )?(?:untimely|early|slow|gruesome|brutal) deaths?\\b|^alive\\b",
    examples: ["[25|killed 25] villagers were hacked to untimely death.", "[Twelve|killed 12] people were burned alive in the minibus."],
    counterExamples: ["Two men were beaten in the semi-final."],
  },
  {
    name: "blown-apart",
    verbs: "blow",
    outcome: "killed",
    implicit: true,
    after: "^(?:to (?:pieces|bits|shreds)|apart)\\b",
    examples: ["[Four|killed 4] soldiers were blown to pieces."],
    counterExamples: ["The deal was ripped to shreds by two critics."],
  },
  {
    name: "cost-their-lives",
    verbs: "cost",
    outcome: "killed",
    implicit: true,
    after: "^(?:their|his|her) (?:lives|life)\\b",
    examples: ["The landslide cost [five|killed 5] rescuers their lives."],
    counterExamples: ["The scandal cost two ministers their posts."],
  },
  {
    name: "suicide",
    verbs: "end-own-life",
    outcome: "killed",
    implicit: true,
    after: "^(?:their|his|her) own (?:lives|life)\\b|^(?:mass )?suicide\\b",
    examples: ["[Two|killed 2] prisoners took their own lives.", "[Eight|killed 8] people committed suicide."],
    counterExamples: ["Two parties committed political suicide."],
  },
  {
    name: "throats-cut",
    verbs: "have",
    outcome: "killed",
    implicit: true,
    after: "^(?:their|his|her) throats? (?:been )?(?:slit|cut|slashed)\\b",
    examples: ["[Three|killed 3] men had their throats slit."],
    counterExamples: ["Three men had their throats examined."],
  },
];
