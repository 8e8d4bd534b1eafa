package quality

// What stands around the text of a web page, in words of our own.
var (
	menu      = []string{"Skip to main content", "Home", "About", "Documents", "Search", "English | Français | Español", "", "Home > Library > Resolutions", ""}
	imprint   = []string{"", "Share this page", "Back to top", "", "Related documents", "Privacy | Terms of use | Contact", "© 2024 Reading Room. All rights reserved."}
	cookies   = []string{"We use cookies to make this site work. Accept | Reject", "", "Menu", "× Close", "Print   PDF   Share", "Last updated: 3 March 2023", ""}
	copyright = []string{"", "Previous", "Next", "Subscribe to our newsletter", "Follow us: Facebook Twitter LinkedIn", "Page 1 of 1"}
)

// webStyles are ways in which the text of a resolution is copied from web pages.
var webStyles = []style{
	{before: menu, after: imprint, marks: bracketed, leads: bracketLead, damage: []damage{straight}},
	{before: cookies, after: copyright, marks: raised, leads: spacedLead, notes: underNote, damage: []damage{hardBlanks("\u00a0")}},
	{before: menu, after: copyright, marks: bare, leads: pointLead, notes: underNote, width: 110},
	{after: imprint, marks: bracketed, leads: bracketLead, notes: underNote, width: 57, damage: []damage{straight}},
	{before: cookies, marks: bare, leads: gluedLead, damage: []damage{hardBlanks("\u00a0"), straight}},
	{before: menu, damage: []damage{entities}, leads: raisedLead, after: imprint},
	{damage: []damage{entities, emphasised("<i>", "</i>")}, marks: tagged, leads: spacedLead},
	{damage: []damage{emphasised("<em>", "</em>")}, marks: tagged, leads: tagged, before: cookies},
	{tight: true, marks: bracketed, leads: arrowLead, notes: underNote, after: imprint},
	{tight: true, marks: spaced, leads: spacedLead, damage: []damage{straight}},
	{damage: []damage{mojibake}, leads: raisedLead, after: copyright},
	{marks: none, leads: none, before: menu, after: imprint, width: 99},
	{marks: rounded, leads: roundedLead, tight: true, width: 71, indent: "   "},
	{marks: bare, leads: strokeLead, width: 65, before: menu},
	{marks: bracketed, leads: spacedLead, notes: belowEach, damage: []damage{straight}},
}
