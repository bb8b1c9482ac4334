package graph

import (
	"fmt"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// chain is n queues that refer to the next each, all of which also have one name.
func chain(n int) *resource.Set {
	set := &resource.Set{}
	for i := range n {
		set.Resources = append(set.Resources, &resource.Resource{
			Address: resource.Address{Type: "aws_sqs_queue", Name: fmt.Sprint("q", i)},
			Values: cty.ObjectVal(map[string]cty.Value{
				"url":            cty.StringVal(fmt.Sprint("https://sqs.us-east-1.amazonaws.com/1/q", i)),
				"name":           cty.StringVal("same"),
				"redrive_policy": cty.StringVal(fmt.Sprintf(`{"deadLetterTargetArn":"https://sqs.us-east-1.amazonaws.com/1/q%d"}`, i+1)),
				"again":          cty.StringVal("same"),
			}),
		})
	}
	return set
}

// TestSteps counts what it takes to find references: twice the resources, twice the steps.
func TestSteps(t *testing.T) {
	table := New([]Row{
		{Kind: "next", Holder: "aws_sqs_queue", From: Self(), To: At("redrive_policy(json).deadLetterTargetArn", "aws_sqs_queue")},
		{Kind: "same", Holder: "aws_sqs_queue", From: Self(), To: At("again", "aws_sqs_queue")},
	})
	few, one := table.find(chain(10_000))
	many, two := table.find(chain(20_000))
	if len(few.Edges) < 10_000 || len(many.Edges) < 20_000 {
		t.Fatalf("%d and %d edges", len(few.Edges), len(many.Edges))
	}
	if two > 2*one+100 || two > 40*20_000 {
		t.Errorf("%d steps for 10,000 resources, %d for 20,000", one, two)
	}
}
