/**
 * The closed vocabularies of methods, speeds and kinds. World Bank Remittance Prices Worldwide terms where it has one.
 * A code that a source uses and this list lacks is never squeezed in: the adapter sets that option aside and says so.
 */
export const payIns = ["bank_transfer", "debit_card", "credit_card", "wallet_pay", "cash", "mobile_money"] as const;
export type PayIn = (typeof payIns)[number];

export const payOuts = ["bank_deposit", "cash_pickup", "mobile_wallet", "card", "home_delivery", "airtime"] as const;
export type PayOut = (typeof payOuts)[number];

/** Speed bands of the World Bank survey, fastest first. */
export const speeds = [
  "less_than_one_hour",
  "same_day",
  "next_day",
  "two_days",
  "three_to_five_days",
  "six_days_or_more",
] as const;
export type Speed = (typeof speeds)[number];

/** Where the fee sits: added to the principal, or taken out of what the sender pays (METHOD 1). */
export const feePlacements = ["on_top", "inside"] as const;
export type FeePlacement = (typeof feePlacements)[number];

/**
 * Who bears the charges of a bank transfer: the sender all of them, each side those of its own bank, or the recipient
 * all of them.
 */
export const chargeOptions = ["our", "sha", "ben"] as const;
export type ChargeOption = (typeof chargeOptions)[number];

/** How a source knows a price: the provider itself, a comparison feed, a tariff document, a survey, people in a shop. */
export const sourceKinds = ["direct", "feed", "tariff", "survey", "visit"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How finely the time of an observation is known. */
export const timePrecisions = ["second", "minute", "day", "month", "quarter"] as const;
export type TimePrecision = (typeof timePrecisions)[number];

export const priceKinds = ["standing", "promotion"] as const;
export type PriceKind = (typeof priceKinds)[number];

/** How an answer came out of the observations (METHOD 3). */
export const derivations = ["exact", "near_sample", "interpolated"] as const;
export type Derivation = (typeof derivations)[number];

export const freshnessStates = ["fresh", "ageing", "stale", "expired"] as const;
export type FreshnessState = (typeof freshnessStates)[number];

/** Why a listed offer has no rank (METHOD 3). */
export const unrankedReasons = [
  "promotion_only",
  "stale",
  "undisclosed",
  "rate_only",
  "no_reference_rate",
  "out_of_range",
] as const;
export type UnrankedReason = (typeof unrankedReasons)[number];

/** How a currency's rate is made (METHOD 4). */
export const regimeKinds = ["float", "hard_peg", "managed", "multiple"] as const;
export type RegimeKind = (typeof regimeKinds)[number];

/** What happens to the money on the receiver's side after it has arrived (METHOD 6). An incentive is a gain, the rest costs. */
export const receiverLineKinds = [
  "cash_out_fee",
  "receiving_bank_fee",
  "mobile_money_withdrawal_fee",
  "tax",
  "incentive",
] as const;
export type ReceiverLineKind = (typeof receiverLineKinds)[number];

export const receiverDirections = ["cost", "gain"] as const;
export type ReceiverDirection = (typeof receiverDirections)[number];

/** In which case a line on the receiver's side is met. */
export const receiverConditions = ["always", "withdrawn_as_cash", "in_some_cases"] as const;
export type ReceiverCondition = (typeof receiverConditions)[number];

/** Whose word a line on the receiver's side rests on. */
export const receiverBases = ["law", "operator_tariff", "central_bank", "provider"] as const;
export type ReceiverBasis = (typeof receiverBases)[number];
