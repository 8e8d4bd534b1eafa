package catalog

import (
	_ "embed"
	"fmt"
)

//go:embed products.tsv
var productsFile string

// ProductFamily says how a product is delivered.
type ProductFamily string

// Families of products.
const (
	TextProduct     ProductFamily = "text"      // written or said: a report, an oral update
	EventProduct    ProductFamily = "event"     // held: a panel discussion
	ResourceProduct ProductFamily = "resources" // given: staff, funds, services
	NoProduct       ProductFamily = "none"      // words that look like a product and are none by themselves
)

// Product is what a mandate delivers.
type Product struct {
	Name   string
	Family ProductFamily
	// Phrases are patterns, written as those of actors.tsv.
	Phrases []string
}

// Fields of a line of products.tsv.
const (
	productName = iota
	productFamily
	productPhrases
)

// Products returns what mandates deliver; the slice must not be changed.
func (c *Catalog) Products() []Product { return c.products }

func (c *Catalog) loadProducts() error {
	rows, err := table(productsFile)
	if err != nil {
		return err
	}
	for _, row := range rows {
		p := Product{Name: row[productName], Family: ProductFamily(row[productFamily]), Phrases: list(row[productPhrases])}
		switch p.Family {
		case TextProduct, EventProduct, ResourceProduct, NoProduct:
		default:
			return fmt.Errorf("product %s: unknown family %q", p.Name, p.Family)
		}
		c.products = append(c.products, p)
	}
	return nil
}
