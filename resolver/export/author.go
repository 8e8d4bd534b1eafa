package export

import (
	"strings"

	"recital/graph"
)

// author is an organ as a bibliography names it: who it belongs to, and its name in full. Source: the organs' own sites.
func author(b graph.Body) string {
	switch b {
	case "":
		return ""
	case graph.EconomicAndSocialCouncil:
		return unitedNations + "Economic and Social Council"
	case "ece":
		return unitedNations + "Economic Commission for Europe"
	case "eca":
		return unitedNations + "Economic Commission for Africa"
	case "eclac":
		return unitedNations + "Economic Commission for Latin America and the Caribbean"
	case "escap":
		return unitedNations + "Economic and Social Commission for Asia and the Pacific"
	case "escwa":
		return unitedNations + "Economic and Social Commission for Western Asia"
	case "unctad":
		return "United Nations Conference on Trade and Development"
	case "world-conference-human-rights":
		return "World Conference on Human Rights"
	case "commission-on-population":
		return unitedNations + "Commission on Population and Development"
	case "commission-on-crime-prevention":
		return unitedNations + "Commission on Crime Prevention and Criminal Justice"
	case "sub-commission-on-human-rights":
		return unitedNations + "Sub-Commission on the Promotion and Protection of Human Rights"
	}
	if name := committee(b) + conference(b) + agency(b); name != "" {
		return name
	}
	return unitedNations + inWords(b)
}

const unitedNations = "United Nations, "

// committee names the treaty bodies.
func committee(b graph.Body) string {
	switch b {
	case "cedaw-committee":
		return unitedNations + "Committee on the Elimination of Discrimination against Women"
	case "cerd-committee":
		return unitedNations + "Committee on the Elimination of Racial Discrimination"
	case "cescr":
		return unitedNations + "Committee on Economic, Social and Cultural Rights"
	case "cmw-committee":
		return unitedNations + "Committee on Migrant Workers"
	case "crc-committee":
		return unitedNations + "Committee on the Rights of the Child"
	case "crpd-committee":
		return unitedNations + "Committee on the Rights of Persons with Disabilities"
	default:
		return ""
	}
}

// conference names the conferences of parties.
func conference(b graph.Body) string {
	switch b {
	case "cbd-cop":
		return "Conference of the Parties to the Convention on Biological Diversity"
	case "unccd-cop":
		return "Conference of the Parties to the United Nations Convention to Combat Desertification"
	case "unfccc-cop":
		return "Conference of the Parties to the United Nations Framework Convention on Climate Change"
	case "uncac-cosp":
		return "Conference of the States Parties to the United Nations Convention against Corruption"
	case "untoc-cop":
		return "Conference of the Parties to the United Nations Convention against Transnational Organized Crime"
	default:
		return ""
	}
}

// agency names the organs of agencies, programmes and of organizations outside the United Nations.
func agency(b graph.Body) string {
	switch b {
	case "environment-assembly":
		return "United Nations Environment Assembly"
	case "unep-governing-council":
		return "United Nations Environment Programme, Governing Council"
	case "un-habitat-assembly":
		return "United Nations Habitat Assembly"
	case "un-habitat-governing-council":
		return "United Nations Human Settlements Programme, Governing Council"
	case "undp-executive-board":
		return "United Nations Development Programme, Executive Board"
	case "unicef-executive-board":
		return "United Nations Children's Fund, Executive Board"
	case "unesco-general-conference":
		return "United Nations Educational, Scientific and Cultural Organization, General Conference"
	case "fao-conference":
		return "Food and Agriculture Organization of the United Nations, Conference"
	case "iaea-general-conference":
		return "International Atomic Energy Agency, General Conference"
	case "ilo-governing-body":
		return "International Labour Organization, Governing Body"
	case "imo-assembly":
		return "International Maritime Organization, Assembly"
	case "african-commission":
		return "African Commission on Human and Peoples' Rights"
	case "african-union-assembly":
		return "African Union, Assembly"
	case "world-health-assembly", "international-labour-conference", "league-of-arab-states":
		return inWords(b)
	default:
		return ""
	}
}

// inWords is an id, lower case with hyphens, as a name.
func inWords(b graph.Body) string {
	parts := strings.Split(string(b), "-")
	for i, p := range parts {
		switch p {
		case "un":
			parts[i] = "UN"
		case "on", "of", "and", "the", "for", "":
		default:
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, " ")
}
