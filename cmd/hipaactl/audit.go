package main

import (
	"github.com/spf13/cobra"
)

func newAudit(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "Judge live accounts",
		Long: `Audit reads accounts as they are, by the rules that judge code. It only ever reads: operations
that could change anything are refused before they are sent.`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAuditAWS(p, runAuditAWS))
	return cmd
}
