package report

// What follows are the parts of the model that are written, in its order. Lists that
// are nil are left out, since the model has none that are empty; those that are filled
// item by item are empty and not nil.

type oscalResults struct {
	UUID       string          `json:"uuid"`
	Metadata   oscalMetadata   `json:"metadata"`
	ImportAP   oscalImport     `json:"import-ap"`
	Results    []oscalResult   `json:"results"`
	BackMatter oscalBackMatter `json:"back-matter"`
}

type oscalMetadata struct {
	Title        string          `json:"title"`
	LastModified string          `json:"last-modified"`
	Version      string          `json:"version"`
	OSCALVersion string          `json:"oscal-version"`
	Props        []oscalProperty `json:"props,omitempty"`
	Remarks      string          `json:"remarks,omitempty"`
}

type oscalImport struct {
	Href    string `json:"href"`
	Remarks string `json:"remarks"`
}

type oscalProperty struct {
	Name    string `json:"name"`
	NS      string `json:"ns,omitempty"`
	Value   string `json:"value"`
	Remarks string `json:"remarks,omitempty"`
}

type oscalResult struct {
	UUID             string             `json:"uuid"`
	Title            string             `json:"title"`
	Description      string             `json:"description"`
	Start            string             `json:"start"`
	End              string             `json:"end,omitempty"`
	Props            []oscalProperty    `json:"props,omitempty"`
	LocalDefinitions oscalDefinitions   `json:"local-definitions"`
	ReviewedControls oscalReviewed      `json:"reviewed-controls"`
	Observations     []oscalObservation `json:"observations,omitzero"`
	Risks            []oscalRisk        `json:"risks,omitzero"`
	Findings         []oscalFinding     `json:"findings,omitzero"`
	Remarks          string             `json:"remarks,omitempty"`
}

type oscalDefinitions struct {
	InventoryItems   []oscalItem `json:"inventory-items,omitzero"`
	AssessmentAssets oscalAssets `json:"assessment-assets"`
}

type oscalItem struct {
	UUID        string          `json:"uuid"`
	Description string          `json:"description"`
	Props       []oscalProperty `json:"props,omitempty"`
}

type oscalAssets struct {
	Components []oscalComponent `json:"components"`
	Platforms  []oscalPlatform  `json:"assessment-platforms"`
}

type oscalComponent struct {
	UUID        string          `json:"uuid"`
	Type        string          `json:"type"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Props       []oscalProperty `json:"props,omitempty"`
	Status      oscalState      `json:"status"`
}

type oscalPlatform struct {
	UUID string      `json:"uuid"`
	Uses []oscalUsed `json:"uses-components"`
}

type oscalUsed struct {
	ComponentUUID string `json:"component-uuid"`
}

type oscalState struct {
	State   string `json:"state"`
	Reason  string `json:"reason,omitempty"`
	Remarks string `json:"remarks,omitempty"`
}

type oscalReviewed struct {
	Props      []oscalProperty  `json:"props,omitempty"`
	Selections []oscalSelection `json:"control-selections"`
	Remarks    string           `json:"remarks,omitempty"`
}

type oscalSelection struct {
	Description string         `json:"description"`
	Include     []oscalControl `json:"include-controls,omitempty"`
}

type oscalControl struct {
	ControlID string `json:"control-id"`
}

type oscalObservation struct {
	UUID        string          `json:"uuid"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Props       []oscalProperty `json:"props,omitempty"`
	Methods     []string        `json:"methods"`
	Types       []string        `json:"types"`
	Origins     []oscalOrigin   `json:"origins"`
	Subjects    []oscalSubject  `json:"subjects,omitempty"`
	Evidence    []oscalEvidence `json:"relevant-evidence,omitempty"`
	Collected   string          `json:"collected"`
	Remarks     string          `json:"remarks,omitempty"`
}

type oscalOrigin struct {
	Actors []oscalActor `json:"actors"`
}

type oscalActor struct {
	Type string `json:"type"`
	UUID string `json:"actor-uuid"`
}

type oscalSubject struct {
	UUID  string `json:"subject-uuid"`
	Type  string `json:"type"`
	Title string `json:"title"`
}

type oscalEvidence struct {
	Href        string `json:"href,omitempty"`
	Description string `json:"description"`
}

type oscalRisk struct {
	UUID         string          `json:"uuid"`
	Title        string          `json:"title"`
	Description  string          `json:"description"`
	Statement    string          `json:"statement"`
	Props        []oscalProperty `json:"props,omitempty"`
	Status       string          `json:"status"`
	Mitigating   []oscalFactor   `json:"mitigating-factors,omitempty"`
	Deadline     string          `json:"deadline,omitempty"`
	Remediations []oscalResponse `json:"remediations,omitempty"`
	Related      []oscalObserved `json:"related-observations,omitempty"`
}

type oscalFactor struct {
	UUID        string `json:"uuid"`
	Description string `json:"description"`
}

type oscalResponse struct {
	UUID        string      `json:"uuid"`
	Lifecycle   string      `json:"lifecycle"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Links       []oscalLink `json:"links,omitempty"`
}

type oscalLink struct {
	Href string `json:"href"`
	Rel  string `json:"rel,omitempty"`
}

type oscalObserved struct {
	UUID string `json:"observation-uuid"`
}

type oscalRisked struct {
	UUID string `json:"risk-uuid"`
}

type oscalFinding struct {
	UUID         string          `json:"uuid"`
	Title        string          `json:"title"`
	Description  string          `json:"description"`
	Props        []oscalProperty `json:"props,omitempty"`
	Target       oscalTarget     `json:"target"`
	Observations []oscalObserved `json:"related-observations,omitempty"`
	Risks        []oscalRisked   `json:"related-risks,omitempty"`
	Remarks      string          `json:"remarks,omitempty"`
}

type oscalTarget struct {
	Type   string     `json:"type"`
	ID     string     `json:"target-id"`
	Status oscalState `json:"status"`
}

type oscalBackMatter struct {
	Resources []oscalResource `json:"resources"`
}

type oscalResource struct {
	UUID        string          `json:"uuid"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Props       []oscalProperty `json:"props,omitempty"`
	Links       []oscalCopy     `json:"rlinks,omitempty"`
}

// oscalCopy is where a resource is, and what it was when it was read.
type oscalCopy struct {
	Href   string      `json:"href"`
	Hashes []oscalHash `json:"hashes"`
}

type oscalHash struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"value"`
}
