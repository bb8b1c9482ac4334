package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// inventoried is an inventory of a network with n application servers, of PHI that goes
// through it, and of what lies in none.
func inventoried(n int) *finding.Inventory {
	in := &finding.Inventory{}
	add := func(address, phi, why string) int {
		typ, _, _ := strings.Cut(address, ".")
		in.Assets = append(in.Assets, finding.Asset{
			Resource: finding.Resource{Root: "envs/prod", Address: address, Type: typ, Source: resource.Code}, PHI: phi, PHIWhy: why, File: "envs/prod/main.tf", Line: len(in.Assets) + 1,
		})
		return len(in.Assets) - 1
	}
	link := func(kind string, from, to int, phi bool) {
		in.Links = append(in.Links, finding.Link{From: from, To: to, Kind: kind, Via: in.Assets[to].Address + "." + kind, Why: "it names the other", PHI: phi})
	}
	db := add("aws_db_instance.records", "yes", "the tag DataClass is PHI")
	replica := add("aws_db_instance.reports", "yes", "a replica of what holds PHI")
	exports := add("aws_s3_bucket.exports", "yes", "the tag HIPAA is true")
	logs := add("aws_s3_bucket.logs", "no", "the tag HIPAA is false")
	guard := add("aws_security_group.database", "unmarked", "")
	inner, outer := add("aws_subnet.data", "unmarked", ""), add("aws_subnet.portal", "unmarked", "")
	vpc := add("aws_vpc.main", "unmarked", "")
	for _, subnet := range []int{inner, outer, guard} {
		link("network", vpc, subnet, false)
	}
	link("network", inner, db, false)
	link("network", inner, replica, false)
	link("attached", db, guard, false)
	link("replica", db, replica, true)
	link("export", replica, exports, true)
	link("logging", exports, logs, false)
	for i := range n {
		server := add(fmt.Sprintf("aws_instance.portal[%d]", i), "unknown", "it reads what holds PHI")
		link("network", outer, server, false)
		link("reads", db, server, i < 3)
	}
	return in
}

// TestHTMLMap: what holds PHI is drawn in its place, at most so much, and what is left out is said.
func TestHTMLMap(t *testing.T) {
	v := newInventory(inventoried(4))
	names := map[string]node{}
	for _, n := range v.Map.Nodes {
		names[n.Name] = n
	}
	at := func(label string) box {
		for _, b := range v.Map.Boxes {
			if b.Label == label {
				return b
			}
		}
		t.Fatalf("no box %s in %+v", label, v.Map.Boxes)
		return box{}
	}
	in := func(n node, b box) bool {
		return n.X >= b.X && n.Y >= b.Y && n.X+nodeWidth <= b.X+b.Width && n.Y+nodeHeight <= b.Y+b.Height
	}
	if data, portal := at("aws_subnet.data"), at("aws_subnet.portal"); !in(names["records"], data) || in(names["records"], portal) || !in(names["portal[3]"], portal) {
		t.Errorf("%+v is not where it lies: %+v", names["records"], v.Map.Boxes)
	}
	if !in(names["exports"], at("Outside of any network that was seen")) {
		t.Error("the bucket is drawn in a network")
	}
	if len(v.Map.Arrows) != 5 || len(v.Flows) != 5 || v.Flows[4].Number != 5 {
		t.Errorf("%d arrows of %d flows, want 5", len(v.Map.Arrows), len(v.Flows))
	}
	if many := newInventory(inventoried(5000)); len(many.Map.Nodes) != maxNodes || many.Map.Left != 5008-maxNodes-3 {
		t.Errorf("%d nodes drawn, %d left out", len(many.Map.Nodes), many.Map.Left)
	}
	circle := inventoried(0)
	circle.Links = append(circle.Links, finding.Link{From: 5, To: 7, Kind: "network"}, finding.Link{From: 5, To: 99, Kind: "network", PHI: true}, finding.Link{From: 5, To: 5, Kind: "network", PHI: true})
	if newInventory(circle).Map == nil {
		t.Error("no map where links make a circle")
	}
}
