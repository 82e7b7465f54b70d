Frost takes half of the valley's apricots

By Elsa Sund

MALM, April 22 (Agency) - A late frost has destroyed about half of this year's apricots in the valley of Malm, growers said on Monday after they had walked through their orchards.

The temperature fell to -4 degrees in the night to Sunday, when most trees were in full bloom. Growers had lit fires and hired a helicopter to stir the air, at a cost of 30,000 crowns an hour.

"In the upper orchards there is nothing left, and in the lower ones we will see," said Olaf Brandt, who has 900 trees and has grown fruit for thirty years.

The valley sells apricots worth 45 million crowns in a good year. The growers' association asked the state for help, and the minister of farming, Ruth Ames, said she would come on Wednesday.
