# Which conformance packs of AWS Config check what HIPAA or NIST SP 800-53 asks for. AWS publishes templates for both.
# https://docs.aws.amazon.com/config/latest/developerguide/conformancepack-sample-templates.html
package hipaactl.lib.conformance_pack

# recognised holds for the name of a pack or of its template, or for the text of one, whose heading has it.
recognised(text) if regex.match(`(?i)hipaa|nist[-_ .]*(sp)?[-_ .]*800[-_ .]*53`, text)
