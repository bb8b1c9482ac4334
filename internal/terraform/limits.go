package terraform

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Limits on untrusted input. A configuration that people write stays far below
// each; what exceeds one is reported with its place, and costs that file or
// value alone.
const (
	// maxFileSize bounds one configuration file, in bytes.
	maxFileSize = 64 << 20
	// maxNesting bounds brackets inside brackets and template interpolations.
	maxNesting = 500
	// maxOperators bounds the operators of one expression: the parser recurses over them.
	maxOperators = 5000
	// maxInstances bounds the instances of one block.
	maxInstances = 20000
	// maxDepth bounds references that lead to references.
	maxDepth = 1000
	// maxWork bounds the members that the for expressions and splats of one root
	// range over. Reading a collection of largeCollection members counts a quarter.
	maxWork         = 4_000_000
	largeCollection = 256
	// markWork is what each reference in a text counts beyond the first manyMarks.
	markWork  = 16
	manyMarks = 64
	// maxText bounds a string, in bytes, and maxMembers a value with all its members.
	maxText    = 8 << 20
	maxMembers = 1_000_000
	// maxModuleDepth bounds modules inside modules.
	maxModuleDepth = 64
	// maxResources bounds the resource instances of one root module.
	maxResources = 500000
)

func tooDeep(rng hcl.Range) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: fmt.Sprintf("Nested deeper than %d levels", maxNesting), Subject: &rng}}
}

// checkNesting refuses text on which a recursive parser would exhaust the stack.
// A cheap count over bytes clears nearly every file; only a suspicious one is
// read token by token.
func checkNesting(src []byte, filename string) hcl.Diagnostics {
	if !suspicious(src) {
		return nil
	}
	tokens, _ := hclsyntax.LexConfig(src, filename, hcl.InitialPos)
	depth, operators := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrack:
			depth++
			operators++
		case hclsyntax.TokenOBrace, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
			depth = max(depth-1, 0)
		case hclsyntax.TokenNewline, hclsyntax.TokenComma:
			operators = 0
		case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenQuotedLit, hclsyntax.TokenStringLit, hclsyntax.TokenOQuote, hclsyntax.TokenCQuote:
		default:
			operators++
		}
		if depth > maxNesting {
			return tooDeep(t.Range)
		}
		if operators > maxOperators {
			return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: fmt.Sprintf("More than %d operators in one expression", maxOperators), Subject: t.Range.Ptr()}}
		}
	}
	return nil
}

// suspicious tells whether brackets could nest deeper than maxNesting or one line
// could hold more than maxOperators operators.
func suspicious(src []byte) bool {
	depth, line, quoted := 0, 0, false
	for _, c := range src {
		switch c {
		case '{', '(':
			depth++
		case '}', ']', ')':
			depth = max(depth-1, 0)
		case '"':
			quoted = !quoted
		case '\n':
			line, quoted = 0, false
		case '[':
			depth++
			line++
		case '!', '-', '+', '*', '/', '%', '?', ':', '&', '|', '<', '>', '=', '.':
			line++
		}
		if depth > maxNesting || line > maxOperators {
			return true
		}
	}
	return false
}
