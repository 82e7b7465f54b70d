Ferry sinks off Brenna, twelve dead

BRENNA, May 3 (Agency) - A ferry carrying workers to the islands sank off Brenna on Tuesday, killing twelve people, the coast guard said.

The Alma left the harbour at dawn with 86 people on board and was hit by a wave near the lighthouse, said Captain Ruth Abel, who led the search.

Fishing boats reached the ship first and pulled more than sixty people from the water, many of them without life jackets. Three are still missing.

"We heard the horn, and then we heard nothing," said Jonas Reed, a fisherman who saved nine of the passengers.

The ministry of transport said it would look into the age of the ship, which was built in 1961 and had passed its last test in March.
