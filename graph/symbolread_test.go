package graph

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestReadSymbol(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"A/HRC/RES/53/29", []string{"A/HRC/RES/53/29"}},
		{"HRC 53/29", []string{"A/HRC/RES/53/29"}},
		{"hrc/53/29", []string{"A/HRC/RES/53/29"}},
		{"HRC/RES/53/29", []string{"A/HRC/RES/53/29"}},
		{"53/29", []string{"A/HRC/RES/53/29", "A/RES/53/29"}},
		{"resolution 53/29", []string{"A/HRC/RES/53/29", "A/RES/53/29"}},
		{"47/23 of 13 July 2021", []string{"A/HRC/RES/47/23", "A/RES/47/23"}},
		{"Human Rights Council resolution 53/29 on new technologies", []string{"A/HRC/RES/53/29"}},
		{"5/1", []string{"A/HRC/RES/5/1"}},
		{"70/1", []string{"A/HRC/RES/70/1", "A/RES/70/1"}},
		{"77/211", []string{"A/RES/77/211"}},
		{"GA res 70/1", []string{"A/RES/70/1"}},
		{"A RES 70 1", []string{"A/RES/70/1"}},
		{"A_HRC_RES_53_29", []string{"A/HRC/RES/53/29"}},
		{"a-hrc-res-53-29", []string{"A/HRC/RES/53/29"}},
		{"A_RES_59_113_B", []string{"A/RES/59/113B"}},
		{"S_RES_1325_(2000)", []string{"S/RES/1325(2000)"}},
		{"S RES 1325 2000", []string{"S/RES/1325(2000)"}},
		{"A_HRC_53_L.27_Rev.1", []string{"A/HRC/53/L.27/Rev.1"}},
		{"A_RES_S-10_2", []string{"A/RES/S-10/2"}},
		{"UNGA resolution 59/113 A", []string{"A/RES/59/113A"}},
		{"General Assembly resolution 33/28 A to C", []string{"A/RES/33/28A-C", "A/RES/33/28A", "A/RES/33/28B", "A/RES/33/28C"}},
		{"resolution 217 A (III)", []string{"A/RES/217(III)A", "E/RES/217(III)A"}},
		{"General Assembly resolution 2200 A (XXI) of 16 December 1966", []string{"A/RES/2200(XXI)A"}},
		{"3201 (S-VI)", []string{"A/RES/3201(S-VI)"}},
		{"1503 (XLVIII)", []string{"E/RES/1503(XLVIII)"}},
		{"ECOSOC resolution 1503 (XLVIII)", []string{"E/RES/1503(XLVIII)"}},
		{"S/RES/1325 (2000)", []string{"S/RES/1325(2000)"}},
		{"1325 (2000)", []string{"S/RES/1325(2000)"}},
		{"1325", []string{"S/RES/1325(2000)"}},
		{"2015", nil},
		{"resolution 2015", []string{"S/RES/2015(2011)"}},
		{"Security Council resolution 1325", []string{"S/RES/1325(2000)"}},
		{"UNSCR 1325", []string{"S/RES/1325(2000)"}},
		{"UNSC resolution 1325 (2000)", []string{"S/RES/1325(2000)"}},
		{"A/HRC/53/L.27/Rev.1", []string{"A/HRC/53/L.27/Rev.1"}},
		{"53/27 rev.1", []string{"A/HRC/53/L.27/Rev.1", "A/53/L.27/Rev.1"}},
		{"HRC 53/L.27 Rev. 1", []string{"A/HRC/53/L.27/Rev.1"}},
		{"HRC decision 25/117", []string{"A/HRC/DEC/25/117"}},
		{"25/117", []string{"A/HRC/DEC/25/117"}},
		{"General Assembly decision 74/556", []string{"A/DEC/74/556"}},
		{"74/556", []string{"A/DEC/74/556"}},
		{"PRST 2014/23", []string{"S/PRST/2014/23"}},
		{"PRST/43/1", []string{"A/HRC/PRST/43/1"}},
		{"PRST OS/13/1", []string{"A/HRC/PRST/OS/13/1"}},
		{"President’s statement 18/2", []string{"A/HRC/PRST/18/2"}},
		{"presidential statement 29/1", []string{"A/HRC/PRST/29/1"}},
		{"E/RES/1996/31", []string{"E/RES/1996/31"}},
		{"ECOSOC 1996/31", []string{"E/RES/1996/31"}},
		{"1996/31", []string{"E/RES/1996/31", "E/CN.4/RES/1996/31"}},
		{"Commission on Human Rights resolution 2005/69", []string{"E/CN.4/RES/2005/69"}},
		{"Council decision 2/105", []string{"A/HRC/DEC/2/105"}},
		{"decision 74/556", []string{"A/HRC/DEC/74/556", "A/DEC/74/556"}},
		{"ECOSOC decision 2004/285", []string{"E/DEC/2004/285"}},
		{"S-30/1", []string{"A/HRC/RES/S-30/1", "A/RES/S-30/1"}},
		{"HRC S-9/1", []string{"A/HRC/RES/S-9/1"}},
		{"ES‑10/15", []string{"A/RES/ES-10/15"}},
		{"UNEA 5/14", []string{"UNEP/EA.5/Res.14"}},
		{"UNEA decision 5/2", []string{"UNEP/EA.5/Dec.2"}},
		{"WHA 72.8", []string{"WHA72.8"}},
		{"World Health Assembly resolution 72.8", []string{"WHA72.8"}},
		{"31 C/Resolution 28", []string{"31C/28"}},
		{"general comment No. 16 (2013) CRC", nil},
		{"general comment 34", []string{
			"CCPR/C/GC/34", "E/C.12/GC/34", "CRC/C/GC/34", "CRPD/C/GC/34", "CAT/C/GC/34", "CMW/C/GC/34", "CED/C/GC/34",
		}},
		{"General recommendation No. 34", []string{"CEDAW/C/GC/34", "CERD/C/GC/34"}},
		{"Human Rights Committee, general comment No. 34", []string{"CCPR/C/GC/34"}},
		{"general comment No. 34 of the Human Rights Committee", []string{"CCPR/C/GC/34"}},
		{"Committee on the Rights of the Child, general comment No. 16 (2013) on business", []string{"CRC/C/GC/16"}},
		{"general recommendation No. 38 (2020) of the Committee on the Elimination of Discrimination against Women", []string{"CEDAW/C/GC/38"}},
		{"Committee on the Elimination of Racial Discrimination, general recommendation No. 34", []string{"CERD/C/GC/34"}},
		{"Committee on Economic, Social and Cultural Rights general comment No. 25 (2020)", []string{"E/C.12/GC/25"}},
		{"Committee on the Rights of Persons with Disabilities general comment 6", []string{"CRPD/C/GC/6"}},
		{"Committee against Torture 4", nil},
		{"General Assembly, resolution 77/211", []string{"A/RES/77/211"}},
		{"CRC general comment No. 16 (2013)", []string{"CRC/C/GC/16"}},
		{"CEDAW general recommendation 38", []string{"CEDAW/C/GC/38"}},
		{"https://docs.un.org/en/A/HRC/RES/53/29", []string{"A/HRC/RES/53/29"}},
		{"https://undocs.org/S/RES/1325%20(2000)", []string{"S/RES/1325(2000)"}},
		{"undocs.org/A/RES/70/1", []string{"A/RES/70/1"}},
		{"https://documents.un.org/api/symbol/access?s=A/HRC/RES/53/29&l=en&t=pdf", []string{"A/HRC/RES/53/29"}},
		{"“A/RES/70/1”.", []string{"A/RES/70/1"}},
		{"A/77/895-S/2023/363", []string{"A/77/895"}},
		{"A/RES/77/4 A-B", []string{"A/RES/77/4A-B", "A/RES/77/4A", "A/RES/77/4B"}},
		{"[A/RES/70/1]", []string{"A/RES/70/1"}},
		{"(S/RES/1325 (2000))", []string{"S/RES/1325(2000)"}},
		{"UN Doc. A/HRC/50/56", []string{"A/HRC/50/56"}},
		{"SC/RES/1325", []string{"S/RES/1325(2000)"}},
		{"1325/2000", []string{"S/RES/1325(2000)"}},
		{"HRC special session resolution S-9/1", []string{"A/HRC/RES/S-9/1"}},
		{"HRC/RES/S-33/1", []string{"A/HRC/RES/S-33/1"}},
		{"GA/70/1", []string{"A/RES/70/1"}},
		{"Resolution No. 1325 (2000)", []string{"S/RES/1325(2000)"}},
		{"Trusteeship Council resolution 2 (II)", []string{"T/RES/2(II)"}},
		{"Commission on Human Rights resolution 9 (II)", []string{"E/CN.4/RES/9(II)"}},
		{"UN-Habitat Assembly resolution 1/3", []string{"HSP/HA.1/Res.3"}},
		{"Human Rights Committee general comment No. 34", []string{"CCPR/C/GC/34"}},
		{"resolution A/HRC/RES/53/29", []string{"A/HRC/RES/53/29"}},
		{"document A/77/53, chap. IV", []string{"A/77/53"}},
		{"A/HRC/RES/53/29 of 14 July 2023", []string{"A/HRC/RES/53/29"}},
		{"draft resolution A/C.2/77/L.59", []string{"A/C.2/77/L.59"}},
		{"resolution 53/29 of the Human Rights Council", []string{"A/HRC/RES/53/29"}},
		{"resolution 53/29, adopted by the Council", []string{"A/HRC/RES/53/29", "A/RES/53/29"}},
		{"resolution 53/29 of the General Assembly of 1 December 1998", []string{"A/RES/53/29"}},
		{"résolution 53/29 de l’Assemblée générale", []string{"A/RES/53/29"}},
		{"résolution 1325 (2000) du Conseil de sécurité", []string{"S/RES/1325(2000)"}},
		{"résolution 53/29 du Conseil des droits de l’homme", []string{"A/HRC/RES/53/29"}},
		{"resolución 53/29 del Consejo de Derechos Humanos", []string{"A/HRC/RES/53/29"}},
		{"the right to privacy", nil},
		{"53/29 privacy", nil},
		{"iccpr", nil},
		{"", nil},
		{"/", nil},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			var got []string
			for _, s := range ReadSymbol(test.in) {
				got = append(got, s.String())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("ReadSymbol(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestReadSymbolReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.SampledFrom([]string{"HRC ", "Human Rights Council resolution ", "UNHRC res. "}).Draw(t, "body")
		session, number := rapid.IntRange(1, 70).Draw(t, "session"), rapid.IntRange(1, 60).Draw(t, "number")
		got := ReadSymbol(body + strconv.Itoa(session) + "/" + strconv.Itoa(number))
		if want := "A/HRC/RES/" + strconv.Itoa(session) + "/" + strconv.Itoa(number); len(got) != 1 || got[0].String() != want {
			t.Fatalf("ReadSymbol = %v, want %s", got, want)
		}
	})
}

func BenchmarkReadSymbol(b *testing.B) {
	for b.Loop() {
		ReadSymbol("Human Rights Council resolution 53/29 on new technologies")
	}
}
