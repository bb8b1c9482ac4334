package provider

import "github.com/zclconf/go-cty/cty"

// The tables in this file and its neighbours hold what the provider or AWS fills in
// where an argument is omitted. Each entry names the page that documents it; where
// the provider's page is silent, the page of the AWS API that it calls.

// docs is the provider's own documentation of its resources.
const docs = "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/"

// page is the documentation of one resource, by its name without "aws_".
func page(name string) string { return docs + "r/" + name + ".html.markdown" }

// The literals of the tables.
var (
	no, yes  = always(cty.False), always(cty.True)
	enabled  = always(cty.StringVal("enabled"))
	optional = always(cty.StringVal("optional"))
)

func number(n int64) fallback   { return always(cty.NumberIntVal(n)) }
func word(text string) fallback { return always(cty.StringVal(text)) }
