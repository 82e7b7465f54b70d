Police hold man over fire at paper mill

TARN - Police have arrested a man over the fire that destroyed a paper mill in Tarn on Sunday night, a spokeswoman said.

The man, 34, used to work at the mill and was seen near its gate an hour before the alarm, the spokeswoman, Lena Moss, said. He has not been named and has not been charged.

Nobody was hurt in the fire, which burned for nine hours and could be seen from the other side of the lake. The mill gave work to 210 people in a town of less than five thousand.

Its owner, Vane Paper, said it would pay wages until the end of the year and decide by then whether to build again. "Tarn without its mill is not Tarn," said Mayor Ida Berg.
