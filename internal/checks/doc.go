// Package checks is the engine: it turns a resource.Set into findings by asking
// Rego policies. A check is a policy bound to its metadata, its resources and a
// verdict. This is the only package that imports OPA. cmd/hipaactl calls Load,
// hands Wanted to a source, marks PHI and calls Evaluate.
//
// # What a policy is
//
// A folder with policy.rego (and, for a rule that also judges the account,
// account.rego with the same id and another package, and for what a parameter adds one
// more with `when`), policy_test.rego and examples:
// pass.tf, fail.tf and unknown.tf for what can be configured, live_pass.json and so on
// for what can be read from an account, both for a rule about both. Above the package line stands an
// OPA METADATA annotation. It is YAML, with anchors and aliases, and is decoded
// strictly. Its keys are title, description, related_resources (links) and, under custom:
//
//	id: ACME-S3-001            capitals, digits and hyphens
//	severity: high             critical|high|medium|low|info, or {default: medium, phi: high}
//	citations: ["164.312(b)"]  paragraphs of 45 CFR 164 Subpart C
//	nprm: [...]                paragraphs of the proposed rule; optional
//	scope: account             account or region for a policy that judges those; else left out
//	when: NAME                 for a policy that has its say only where this parameter of the rule is on; optional
//	resources: {TYPE: SHAPE}   the judged types and what is read of them
//	related: {NAME: {...}}     lists of other resources, see below; optional
//	more: helps                for scope policies: further members only remove denials; optional
//	params: {NAME: {type, default, unit, stricter, source}}   optional
//	assertions: {NAME: {title, reads: [PATH...], severity}}   optional
//	remediation: ...           one or two sentences
//
// A SHAPE is a mapping of attributes to types: bool, number, string, any,
// document (an IAM policy, normalised as resource.ParseDocument says), examined, map(T),
// [T] for lists and sets, and [{...}] for nested blocks, which are always lists.
// What is examined is text in which credentials and PHI are looked for; examined(name) is
// one that the attribute `name` beside it names. The text is never shown: there is a list of
// what was found in it, {class, kind, confidence, masked}, as internal/contents says.
// Declare only what the verdict reads: what is declared and unknown forbids a pass.
//
// # What a policy is given
//
// input holds the declared attributes of the judged resource, converted to the
// declared types. Null and absent are the same: no key. What is unknown is cut: no
// key in an object, null in a list. (Of a live resource null is "not set", and what is
// absent was not read: it is cut.) input._ holds type, source (code, plan,
// state, live), scope (resource, account, region), phi (yes, no, unmarked), whole (whether all of
// the account was to be seen), of an account regions (the names of those that were seen) and
// all_regions (whether that is all), and
// the related lists by name, each an array of objects with the declared attributes and
// an _ of their own: type, the nested lists and, if the policy looks at them, phi and region.
//
// An identity that only apply fills is the text "ref:TYPE.ATTR" inside whatever
// surrounds it, and "ref:self.ATTR" for the judged resource: ref:self.arn/* are a
// bucket's objects. The judged resource's own ARN is written so from every source,
// also where it is spelled out; its bare name is where names stand: at the
// paths of `on`, in documents, and where it came by reference. An attribute that
// is another spelling of the id (aws_s3_bucket.bucket) is ref:self.id. The account, region
// and partition are ref:account.id, ref:region.name, ref:partition.name. Read live, the
// resource's own account is ref:account.id too, alone and in the ARNs of documents.
//
// data.params.NAME is a parameter's value, data.now the time of observation
// (RFC 3339). There is no clock, network, environment or randomness, and an
// error in a built-in function (to_number of a word) breaks the policy: guard it.
//
// # Related lists
//
//	related:
//	  NAME:
//	    of: aws_s3_bucket        for scope policies: the type whose members have the list
//	    type: aws_s3_bucket_policy
//	    on: bucket = id          THEIRS = MINE, or account, or region
//	    attributes: SHAPE        what is read of each member; optional
//	    related: {NAME: {...}}   lists of each member, found behind its _; optional
//	    more: helps              further members can only remove denials; optional
//	    elsewhere: true          members may be in another stack; optional
//
// THEIRS is a path in the member, MINE one in the resource that has the list. At
// least one side is usually an identity of its type (id, arn, name...): then any
// reference to the resource, its literal name or its ARN, also with a path behind it,
// links. Names step through blocks (access_logs.bucket), and a list (resources[])
// links with any element. Both sides may also name one third thing (vpc_id = vpc_id).
//
// A list is open when a member may be unseen: its link or its existence is unknown,
// an unread module was handed this resource, a file did not parse, a call was
// lost, what I name is not in the set, or elsewhere: true without --whole-account.
// A live list is open where a listing of its type was lost in the account: in any region
// of it, but for types that name each other in one region alone (regionalServices).
//
// A live name means what has it in the region of who says it; buckets' names are global,
// and an ARN says region and account itself. Nothing is joined across accounts. What a live
// companion names and the set does not hold is another account's or a gap, and no
// verdict on it but a fail is reported.
//
// # What a policy says
//
// Sets of {"paths", "message", "assertion"}: deny, and optionally not_applicable and
// unknown (the policy itself cannot tell). Messages are one line and hold no
// attribute values. Paths name what the statement rests on, precisely:
//
//	storage_encrypted                 an attribute, seen or absent
//	ingress[0].cidr_blocks[1]         the one element that is wrong
//	tags_all["data-class"]            a key that is no plain name
//	_.block[*].block_public_acls      all members: "none of them has it"
//	_.policy[0].policy.Statement[2]   one seen member of a list
//	_.rules                           the list itself: "there is none"
//
// A path touches a cut at, above or below it, so a shorter path than needed turns
// a fail into an unknown. It touches an open list when it ends at it or goes on
// with [*]. A path that is not declared breaks the policy.
//
// In a scope policy input.TYPE is the list of everything of that type in the
// account or region, paths start with the type (aws_cloudtrail[0].kms_key_id,
// aws_cloudtrail[*].is_multi_region_trail). In code an empty list is not
// applicable and every list is open, but that alone does not forbid a pass. Live, every
// account and region that was read (resource.Set.Scopes) is judged, also with nothing in
// it, and none besides where Scopes name the account; lists are closed but for lost calls, and what has no region belongs to the account alone.
//
// # Verdicts
//
// For each resource, rule and assertion, in this order: a not_applicable whose
// paths were all seen, but for what another stack may declare; a deny whose paths were all seen is a fail; anything said
// that touches what was not seen, an unknown, or a cut or open list in what the
// assertion reads (by default everything declared) is unknown; else it is a pass.
// A statement without an assertion is about all of them; a deny must name one
// where assertions are declared. Members of a helping list of which something was
// not seen are left out if the verdict is a pass without them.
//
// RegoTests, RunExample, Prove and Mutate test policies; Example says how the
// examples beside a policy are named and annotated.
package checks
