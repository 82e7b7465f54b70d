Storm leaves island without power

ASKER, Oct 9 (Agency) - A storm that came in from the west overnight left the whole island of Orla without power and tore roofs from at least forty houses, officials said on Friday.

The wind reached 150 kilometres an hour at the southern cape, the weather office said. Ferries stayed in port, and the airport, which lies close to the sea, was under water.

One woman broke an arm when a tree fell on her car. "It was as if the house wanted to fly," said Karin Roe, who spent the night in the cellar with her three children.

The power company sent sixty workers from the mainland and hopes to have most of the island connected again by Sunday. Schools will be closed until then.
