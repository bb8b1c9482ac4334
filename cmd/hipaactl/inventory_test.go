package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestInventory shows what a report lists: types that no rule judges too, the way of PHI,
// and the networks. Files are named from the repository's root, as everywhere.
func TestInventory(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{".git/HEAD": "", "infra/main.tf": `
resource "aws_vpc" "main" {}
resource "aws_subnet" "data" { vpc_id = aws_vpc.main.id }
resource "aws_instance" "app" {
  subnet_id = aws_subnet.data.id
  tags      = { DataClass = "PHI" }
}
resource "aws_ami_from_instance" "image" { source_instance_id = aws_instance.app.id }
resource "aws_s3_bucket" "unclear" { bucket = var.name }
variable "name" {}
data "aws_vpc" "other" {}
`} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(filepath.Join(dir, "infra"))
	stdout, _, _ := invoke(t, nil, "scan", "-f", "json")
	var r finding.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatal(err)
	}
	if r.Inventory == nil {
		t.Fatal("the report has no inventory")
	}
	var assets, links []string
	for _, a := range r.Inventory.Assets {
		assets = append(assets, a.Address+" "+a.PHI)
		if a.File != "infra/main.tf" || a.Line == 0 || a.Root != "infra" {
			t.Errorf("%s is at %s %s:%d", a.Address, a.Root, a.File, a.Line)
		}
	}
	for _, l := range r.Inventory.Links {
		link := r.Inventory.Assets[l.From].Address + " -> " + r.Inventory.Assets[l.To].Address + " " + l.Kind
		if l.PHI {
			link += " PHI"
		}
		links = append(links, link)
	}
	if diff := cmp.Diff([]string{"aws_ami_from_instance.image yes", "aws_instance.app yes", "aws_s3_bucket.unclear unknown", "aws_subnet.data unmarked", "aws_vpc.main unmarked"}, assets); diff != "" {
		t.Errorf("assets (-want +got):\n%s", diff)
	}
	want := []string{"aws_instance.app -> aws_ami_from_instance.image image PHI", "aws_subnet.data -> aws_instance.app network", "aws_vpc.main -> aws_subnet.data network"}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if i := slices.IndexFunc(r.Inventory.Assets, func(a finding.Asset) bool { return a.Address == "aws_ami_from_instance.image" }); r.Inventory.Assets[i].PHIWhy == "" {
		t.Error("it does not say why")
	}
	if stdout, _, _ = invoke(t, nil, "scan", "-f", "sarif"); stdout == "" {
		t.Error("nothing was written")
	}
}
